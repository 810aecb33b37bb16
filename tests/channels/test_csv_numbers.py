"""Numbers and moments as spreadsheets write them."""

import pytest

from oms.channels.shopify_csv.numbers import decimal_text, moment_text


@pytest.mark.parametrize(
    ("text", "currency", "expected"),
    [
        ("12.30", "EUR", "12.30"),
        ("12,30", "EUR", "12.30"),
        ("1,234.50", "EUR", "1234.50"),
        ("1.234,50", "EUR", "1234.50"),
        ("1.234.567,89", "EUR", "1234567.89"),
        ("1,234,567", "EUR", "1234567"),
        ("1,234", "EUR", "1234"),
        ("1.234", "KWD", "1.234"),
        ("1 234,50 €", "EUR", "1234.50"),
        ("€12.30", "EUR", "12.30"),
        ("12.30 EUR", "EUR", "12.30"),
        ("-5,00", "EUR", "-5.00"),
        ("1200", "JPY", "1200"),
        ("1,200", "JPY", "1200"),
        ("0.5", "EUR", "0.5"),
        ("free", "EUR", "free"),
        (".", "EUR", "."),
        ("", "EUR", ""),
    ],
)
def test_it_reads_each_country(text: str, currency: str, expected: str) -> None:
    assert decimal_text(text, currency) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-10-02 17:09:34 -0300", "2025-10-02T17:09:34-03:00"),
        ("2025-10-02T17:09:34Z", "2025-10-02T17:09:34Z"),
        ("02/10/25", "02/10/25"),
        ("", ""),
    ],
)
def test_it_reads_moments(text: str, expected: str) -> None:
    assert moment_text(text) == expected
