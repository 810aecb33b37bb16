import pytest

from oms.db import DomainError

SHOP = {
    "name": "Halm & Hafen",
    "legal_name": "Halm & Hafen GmbH",
    "line1": "Spinnereistraße 7",
    "postal_code": "04179",
    "city": "Leipzig",
    "country_code": "DE",
    "email": "hello@example.com",
    "currency": "EUR",
    "language": "de",
    "time_zone": "Europe/Berlin",
}


def test_it_saves_what_stands_on_invoices(db):
    db.call("db.save_shop", p_shop=SHOP)
    shop = db.row("select * from db.shop")
    assert {name: getattr(shop, name) for name in SHOP} == SHOP


def test_it_keeps_what_is_not_named(db):
    db.call("db.save_shop", p_shop=SHOP | {"phone": "123"})
    db.call("db.save_shop", p_shop=SHOP)
    assert db.value("select phone from db.shop") == "123"


def test_it_stays_one_shop(db):
    db.call("db.save_shop", p_shop=SHOP)
    assert db.value("select count(*) from db.shop") == 1


def test_it_refuses_a_time_zone_that_does_not_exist(db):
    with pytest.raises(DomainError) as refused:
        db.call("db.save_shop", p_shop=SHOP | {"time_zone": "Europe/Leipzig"})
    assert refused.value.code == "OM404"
