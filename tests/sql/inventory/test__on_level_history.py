"""Every change of a level is kept, nothing of it can be changed afterwards, and any past moment can be read from it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy.exc import ProgrammingError

from oms.db import Actor, DomainError
from oms.inventory import history
from tests.support import factories


@pytest.fixture
def clock(db):
    def at(moment: str) -> datetime:
        db.value("select set_config('oms.now', :at, true)", at=moment)
        return db.now()

    return at


def test_it_keeps_each_step_with_what_was_reserved(db):
    at = factories.location()
    variant_id = factories.stock(factories.product("MUG").sku, at, 10)
    db.call("inventory.reserve", p_claims=[{"variant_id": variant_id, "location_id": at, "quantity": 3}])
    db.call("inventory.set_terms", p_variant_id=variant_id, p_location_id=at, p_safety=2, p_bin="")
    db.call("inventory.set_aside", p_variant_id=variant_id, p_location_id=at, p_quantity=1, p_reason="damaged")
    kept = db.rows(
        "select on_hand, reserved, safety, unavailable from inventory.level_history where variant_id = :id order by id",
        id=variant_id,
    )
    assert [tuple(row) for row in kept] == [(10, 0, 0, 0), (10, 3, 0, 0), (10, 3, 2, 0), (10, 3, 2, 1)]


@pytest.mark.parametrize(
    "sql", ["update inventory.level_history set reserved = 0", "delete from inventory.level_history"]
)
def test_nobody_rewrites_it(db, owner, sql):
    factories.stocked(factories.location())
    with pytest.raises((ProgrammingError, DomainError)):
        db.rows(sql)
    with pytest.raises(Exception, match="append"):
        owner(sql)


def reserve(db, level, quantity):
    db.call("inventory.reserve", p_claims=level.claims(quantity))


def stood(level, at):
    return [(found.on_hand, found.reserved, found.available) for found in history.as_of(level.variant_id, at)]


def test_it_is_what_stood_then(db, level, clock):
    early = clock("2100-01-01T10:00Z")
    reserve(db, level, 3)
    later = clock("2100-01-01T11:00Z")
    reserve(db, level, 2)
    assert stood(level, early) == [(10, 3, 7)]
    assert stood(level, later) == [(10, 5, 5)]
    assert stood(level, datetime.fromisoformat("2100-01-01T10:59Z")) == [(10, 3, 7)]
    assert stood(level, datetime.fromisoformat("2000-01-01T10:59Z")) == []


def test_who_comes_later_to_a_level_counts_later(db, level, clock, assert_consistent):
    clock("2100-01-01T11:00Z")
    reserve(db, level, 2)
    clock("2100-01-01T10:00Z")
    reserve(db, level, 3)
    assert stood(level, datetime.fromisoformat("2100-01-01T12:00Z")) == [(10, 5, 5)]


def test_it_is_one_look_up_for_each_level(db, level):
    db.value("select set_config('enable_seqscan', 'off', true)")
    plan = "\n".join(
        line[0] for line in db.rows("explain " + history.AS_OF, variant_ids=[level.variant_id], at=db.now())
    )
    assert "Limit" in plan
    assert "Backward using level_history_level_idx" in plan
    (condition,) = [line for line in plan.splitlines() if "Index Cond" in line and "since" in line]
    assert "variant_id" in condition
    assert "location_id" in condition


def test_the_confined_see_their_own_location(db, level):
    with db.acting_as(Actor("person", 7, "Charlie", ())):
        assert stood(level, datetime.fromisoformat("2100-01-01T12:00Z")) == []


def test_before_leaves_out_what_the_transaction_did_itself(db, level, clock):
    clock("2100-01-01T10:00Z")
    reserve(db, level, 3)
    at = clock("2100-01-01T11:00Z")
    reserve(db, level, 2)
    ours = db.value("select cast(max(transaction_id) as text) from inventory.level_history")
    (found,) = history.before([level.variant_id], at, ours)
    assert (found.reserved, found.available) == (3, 7)


def test_before_counts_those_who_were_faster(committed_db):
    """Somebody begins later, and comes to the level first: that is what the one who waited found there."""
    db = committed_db
    london = factories.location("LONDON")
    sku = factories.stocked(london, 10)
    variant_id = db.value("select id from catalog.variants where sku = :sku", sku=sku)
    with db.transaction():
        at, ours = db.row("select db.now(), cast(pg_current_xact_id() as text)")
        _elsewhere(db, [{"variant_id": variant_id, "location_id": london, "quantity": 4}])
        order = factories.place_order(lines=[factories.line(sku, 1)])
    assert order.placed_at is not None
    (found,) = history.before([variant_id], at, ours)
    assert found.reserved == 4


def _elsewhere(db, claims):
    """Reserve in a transaction of another connection."""

    def reserve():
        with db.acting_as(db.SYSTEM):
            db.call("inventory.reserve", p_claims=claims)

    with ThreadPoolExecutor(1) as pool:
        pool.submit(reserve).result()
