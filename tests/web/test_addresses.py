"""Addresses as they are written where they are."""

import pytest
from babel import Locale

from oms.customers.addresses import address_lines

DORA = {"name": "Dora Buys", "company": "", "line1": "1 High Street", "line2": "", "region": ""}


@pytest.mark.parametrize(
    ("given", "lines"),
    [
        ({"country_code": "DE", "postal_code": "10115", "city": "Berlin"}, ["10115 Berlin"]),
        (
            {"country_code": "US", "postal_code": "10118", "city": "New York", "region": "NY"},
            ["New York, NY 10118", "États-Unis"],
        ),
        ({"country_code": "GB", "postal_code": "N1 9GU", "city": "London"}, ["London, N1 9GU", "Royaume-Uni"]),
        (
            {"country_code": "JP", "postal_code": "150-0001", "city": "渋谷区", "region": "東京都"},
            ["〒150-0001 東京都 渋谷区", "Japon"],
        ),
        ({"country_code": "AE", "city": "دبي"}, ["دبي", "Émirats arabes unis"]),
        ({"country_code": "ZZ", "city": "Nowhere"}, ["Nowhere", "région indéterminée"]),
    ],
)
def test_it_is_written_as_in_its_country(given, lines):
    assert address_lines({**DORA, **given}, "DE", Locale("fr")) == ["Dora Buys", "1 High Street", *lines]


def test_it_begins_with_the_company():
    given = {**DORA, "company": "Buys Ltd", "country_code": "DE"}
    assert address_lines(given, "DE", Locale("en")) == ["Buys Ltd", "Dora Buys", "1 High Street"]
