"""inventory.hold: a promise with a deadline."""

from datetime import timedelta

import pytest

from oms.db import DomainError
from tests.support import factories


def test_it_keeps_stock_from_others(db, level, assert_consistent):
    level.hold(4)
    assert (level.figures, level.kept) == ((10, 4), (4, 4))
    with pytest.raises(DomainError):
        db.call("inventory.reserve", p_claims=level.claims(7))
    assert_consistent()


def test_it_has_a_deadline(db, level):
    level.hold(4, minutes=20)
    found = db.row("select kind, owner, state, expires_at - created_at as time from inventory.holds")
    assert tuple(found) == ("checkout", "Dora", "active", timedelta(minutes=20))


def test_it_is_one_hold_however_often_it_is_asked_for(level, assert_consistent):
    assert level.hold(4) == level.hold(4)
    assert level.kept == (4, 4)
    assert_consistent()


@pytest.mark.parametrize("quantity", [10, 2])
def test_it_changes_what_it_keeps(level, assert_consistent, quantity):
    level.hold(6)
    level.hold(quantity)
    assert level.kept == (quantity, quantity)
    assert_consistent()


def test_it_keeps_what_it_had_when_more_is_not_there(level, assert_consistent):
    level.hold(6)
    with pytest.raises(DomainError) as refused:
        level.hold(11)
    assert refused.value.code == "OM101"
    assert level.kept == (6, 6)
    assert_consistent()


def test_it_moves_to_other_skus(db, level, assert_consistent):
    level.hold(6)
    other = factories.stock(factories.product().sku, level.location_id, 3)
    claims = [{"variant_id": other, "location_id": level.location_id, "quantity": 3}]
    db.call("inventory.hold", p_claims=claims, p_kind="checkout", p_owner="", p_minutes=15, p_key="cart")
    assert level.kept == (0, 0)
    assert_consistent()


def test_it_takes_over_from_holds_whose_time_is_up(level, assert_consistent):
    level.hold(8, "earlier", minutes=5)
    level.wait(6)
    level.hold(9, "later")
    assert (level.state_of("earlier"), level.kept) == ("expired", (9, 9))
    assert_consistent()


def test_it_leaves_holds_alone_that_are_not_in_the_way(level):
    level.hold(2, "earlier", minutes=5)
    level.wait(6)
    level.hold(2, "later")
    assert level.state_of("earlier") == "active"


def test_its_key_is_free_again_when_it_is_over(db, level):
    first = level.hold(2)
    db.call("inventory.release_hold", p_key="cart")
    assert level.hold(2) > first


@pytest.mark.parametrize(
    ("given", "code"), [({"quantity": 0}, "OM103"), ({"minutes": 0}, "OM131"), ({"minutes": 99999}, "OM131")]
)
def test_it_refuses_nonsense(level, given, code):
    with pytest.raises(DomainError) as refused:
        level.hold(**{"quantity": 1, **given})
    assert refused.value.code == code
    assert level.kept == (0, 0)


def test_it_tells_the_history(level):
    level.hold(4)
    event = level.last_event()
    assert (event.type, event.location_id, event.data["quantity"]) == ("stock.held", level.location_id, 4)


def test_what_is_held_is_given_though_more_is_kept_back_since(db, level, assert_consistent):
    level.hold(4)
    db.call("inventory.set_terms", **level.here, p_safety=10, p_bin="")
    line = factories.line(db.value("select sku from catalog.variants"), 4)
    assert not factories.place_order(lines=[line], hold="cart", stock_policy="refuse").is_backordered
    assert_consistent()
