import pytest

from oms.db import Actor, DomainError


@pytest.fixture
def aside(db, level):
    """Four of ten are set aside."""
    db.call("inventory.set_aside", **level.here, p_quantity=4, p_reason="damaged")
    return level


def put_back(level, quantity):
    return level.db.call("inventory.put_back", **level.here, p_quantity=quantity, p_note="Dried")


def test_it_makes_them_available_again(db, aside):
    assert put_back(aside, 3) == 1
    assert aside.last_event().type == "stock.put_back"
    assert aside.last_event().data == {"quantity": 3, "note": "Dried", "unavailable": 1}
    db.call("inventory.reserve", p_claims=aside.claims(9))


def test_it_puts_back_no_more_than_was_set_aside(aside):
    with pytest.raises(DomainError) as refused:
        put_back(aside, 5)
    assert (refused.value.code, refused.value.detail) == ("OM121", {"unavailable": 4})
    assert aside.now.unavailable == 4


@pytest.mark.parametrize("quantity", [None, 0, -1])
def test_it_needs_a_quantity(aside, quantity):
    with pytest.raises(DomainError) as refused:
        put_back(aside, quantity)
    assert refused.value.code == "OM103"


def test_it_refuses_another_location(db, aside):
    with db.acting_as(Actor("person", 7, "Charlie", ())), pytest.raises(DomainError) as refused:
        put_back(aside, 1)
    assert refused.value.code == "OM403"
