from datetime import date
from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("tax_class", "country", "rate"),
    [("standard", "DE", "0.19"), ("reduced", "DE", "0.07"), ("standard", "PT", "0.23"), ("reduced", "GB", "0")],
)
def test_it_finds_the_rate_of_a_class_in_a_country(db, tax_class, country, rate):
    found = db.call("catalog.tax_rate", p_tax_class=tax_class, p_country_code=country, p_on=date(2026, 11, 21))
    assert found.rate == Decimal(rate)


def test_it_finds_what_held_on_the_day(db, owner):
    owner("update catalog.tax_rates set valid_to = '2030-12-31' where country_code = 'DE' and tax_class = 'standard'")
    owner(
        "insert into catalog.tax_rates (tax_class, country_code, valid_from, name, rate, source)"
        " values ('standard', 'DE', '2031-01-01', 'USt. 20%', 0.2, 'a law to come')"
    )
    at = {"p_tax_class": "standard", "p_country_code": "DE"}
    assert db.call("catalog.tax_rate", **at, p_on=date(2030, 12, 31)).rate == Decimal("0.19")
    assert db.call("catalog.tax_rate", **at, p_on=date(2031, 1, 1)).name == "USt. 20%"


@pytest.mark.parametrize(("tax_class", "country"), [("exempt", "DE"), ("standard", "JP")])
def test_it_finds_none_where_none_is_known(db, tax_class, country):
    assert db.call("catalog.tax_rate", p_tax_class=tax_class, p_country_code=country, p_on=date(2026, 1, 1)) is None
