import pytest

from oms.db import Actor, DomainError
from tests.support import factories


def set_terms(level, safety=2, bin_="A-01"):
    level.db.call("inventory.set_terms", **level.here, p_safety=safety, p_bin=bin_)


def test_it_sets_what_is_kept_back_and_where_it_is(level):
    set_terms(level)
    assert level.now == (10, 0, 2, 0, "A-01")
    assert level.last_event().type == "stock.terms_set"


def test_other_places_keep_theirs(db, level):
    factories.stock(db.value("select sku from catalog.variants"), factories.location())
    set_terms(level)
    assert db.rows("select safety from inventory.levels order by location_id") == [(2,), (0,)]


def test_it_keeps_stock_from_being_promised(db, level):
    set_terms(level, safety=5)
    with pytest.raises(DomainError):
        db.call("inventory.reserve", p_claims=level.claims(6))
    db.call("inventory.reserve", p_claims=level.claims(5))


def test_it_sets_terms_where_there_never_was_any(db, level):
    elsewhere = type(level)(
        db,
        level.variant_id,
        db.call(
            "inventory.save_location",
            p_location={
                "code": "LEEDS",
                "name": "Leeds",
                "kind": "store",
                "time_zone": "Europe/London",
                "country_code": "GB",
            },
        ),
    )
    set_terms(elsewhere)
    assert elsewhere.now == (0, 0, 2, 0, "A-01")
    assert elsewhere.ledger == []


def test_it_refuses_less_than_nothing(level):
    with pytest.raises(DomainError) as refused:
        set_terms(level, safety=-1)
    assert refused.value.code == "levels_safety_not_negative"


def test_it_refuses_another_location(db, level):
    with db.acting_as(Actor("person", 7, "Charlie", ())), pytest.raises(DomainError) as refused:
        set_terms(level)
    assert refused.value.code == "OM403"
