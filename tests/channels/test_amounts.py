"""Amounts as others write them."""

from typing import Any

import pytest

from oms.channels.amounts import minor


@pytest.mark.parametrize(
    ("amount", "currency", "expected"),
    [
        ("12.30", "EUR", 1230),
        ("12.3000", "EUR", 1230),
        ("-1", "EUR", -100),
        ("1200", "JPY", 1200),
        ("1.234", "KWD", 1234),
        (5, "EUR", 500),
        ("12.305", "EUR", "12.305"),
        ("1.5", "JPY", "1.5"),
        ("", "EUR", ""),
        ("NaN", "EUR", "NaN"),
        ("Infinity", "EUR", "Infinity"),
        ("1e999999999", "EUR", "1e999999999"),
        ("1e400", "EUR", "1e400"),
        (None, "EUR", "None"),
    ],
)
def test_it_is_exact_or_left_as_it_is(amount: Any, currency: str, expected: int | str) -> None:
    assert minor(amount, currency) == expected
