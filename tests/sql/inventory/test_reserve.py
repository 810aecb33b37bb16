import pytest

from oms.db import DomainError
from tests.support import factories


def test_it_promises_stock_and_moves_none(db, level):
    db.call("inventory.reserve", p_claims=level.claims(4))
    assert level.figures == (10, 4)
    assert len(level.ledger) == 1


def test_it_adds_up_the_same_sku_first(db, level):
    with pytest.raises(DomainError):
        db.call("inventory.reserve", p_claims=level.claims(6, 6))
    assert level.figures == (10, 0)
    db.call("inventory.reserve", p_claims=level.claims(6, 4))
    assert level.figures == (10, 10)


def test_it_promises_all_or_nothing(db, level):
    other = factories.stock(factories.product().sku, level.location_id, 1)
    claims = [*level.claims(4), {"variant_id": other, "location_id": level.location_id, "quantity": 2}]
    with pytest.raises(DomainError):
        db.call("inventory.reserve", p_claims=claims)
    assert level.figures == (10, 0)


def test_it_says_what_is_missing_where(db, level):
    with pytest.raises(DomainError) as refused:
        db.call("inventory.reserve", p_claims=level.claims(11))
    assert refused.value.code == "OM101"
    assert (refused.value.detail["location"], refused.value.detail["wanted"], refused.value.detail["available"]) == (
        "LONDON",
        11,
        10,
    )


@pytest.mark.parametrize("quantity", [0, -3])
def test_it_refuses_to_promise_nothing_or_less(db, level, quantity):
    with pytest.raises(DomainError):
        db.call("inventory.reserve", p_claims=level.claims(quantity))
    assert level.figures == (10, 0)


def test_it_refuses_where_there_never_was_any(db, level):
    claims = [{"variant_id": level.variant_id, "location_id": factories.location(), "quantity": 1}]
    with pytest.raises(DomainError) as refused:
        db.call("inventory.reserve", p_claims=claims)
    assert refused.value.detail["available"] == 0


def test_what_is_promised_softly_is_held_of_what_is_reserved(db, level):
    db.call("inventory.reserve", p_claims=level.claims(4), p_is_soft=True)
    assert level.figures == (10, 4)
    assert db.value("select held from inventory.levels") == 4
    db.call("inventory.unreserve", p_claims=level.claims(4), p_is_soft=True)
    assert level.figures == (10, 0)
    assert db.value("select held from inventory.levels") == 0
