import pytest

from oms.db import DomainError

GIVEN = {
    "name": "ليلى حداد",
    "line1": "Sonnenallee 3",
    "city": "Berlin",
    "postal_code": "12047",
    "country_code": "DE",
    "latitude": 52.489,
    "longitude": 13.431,
}


def test_it_keeps_an_address_as_it_was_given(db):
    address_id = db.call("customers.add_address", p_customer_id=None, p_address=GIVEN)
    kept = db.row("select * from customers.addresses where id = :id", id=address_id)
    assert {name: getattr(kept, name) for name in ("name", "line1", "city", "postal_code", "country_code")} == {
        name: GIVEN[name] for name in ("name", "line1", "city", "postal_code", "country_code")
    }
    assert (float(kept.latitude), kept.company) == (52.489, "")


def test_it_keeps_the_same_address_twice(db):
    first = db.call("customers.add_address", p_customer_id=None, p_address=GIVEN)
    assert db.call("customers.add_address", p_customer_id=None, p_address=GIVEN) != first


def test_it_makes_none_of_none(db):
    assert db.call("customers.add_address", p_customer_id=None, p_address=None) is None


def test_it_never_changes_one(db, owner):
    db.call("customers.add_address", p_customer_id=None, p_address=GIVEN)
    with pytest.raises(Exception, match="append-only"):
        owner("update customers.addresses set city = 'Paris'")


def test_it_needs_a_country(db):
    with pytest.raises((DomainError, Exception), match="country_code"):
        db.call("customers.add_address", p_customer_id=None, p_address={"city": "Berlin"})
