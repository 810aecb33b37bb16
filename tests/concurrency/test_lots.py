"""Many buyers at once: nobody gets a serial number that somebody else has, nor more of a lot than there is."""

from functools import partial

from tests.support import factories
from tests.support.together import together

_BUYERS = 24


def _sold(db):
    return db.rows(
        "select t.code, sum(x.quantity)::int as quantity from demand.allocation_lots as x"
        " join inventory.lots as t on t.id = x.lot_id group by t.code order by t.code"
    )


def _all_buy(db, sku):
    def buy():
        with db.acting_as(db.SYSTEM):
            return factories.place_order(lines=[factories.line(sku)])

    return [order for order in together(*[partial(buy)] * _BUYERS) if not isinstance(order, Exception)]


def test_a_serial_number_is_sold_once(committed_db, assert_consistent):
    db = committed_db
    variant = factories.tracked("serial")
    factories.lots(variant.id, factories.location(), **{f"S{number:02}": 1 for number in range(10)})
    assert len(_all_buy(db, variant.sku)) == _BUYERS
    assert [tuple(found) for found in _sold(db)] == [(f"S{number:02}", 1) for number in range(10)]
    assert_consistent()


def test_no_more_of_a_lot_is_sold_than_there_is(committed_db, assert_consistent):
    """One of the lots has expired, and nobody has noticed yet."""
    db = committed_db
    variant, at = factories.tracked(has_expiry=True), factories.location()
    with db.transaction():
        db.value("select set_config('oms.now', '2019-12-01T00:00Z', true)")
        factories.lots(variant.id, at, OLD=(9, "2020-01-01"), A=(4, "2100-01-01"), B=(5, "2100-02-01"))
    assert len(_all_buy(db, variant.sku)) == _BUYERS
    assert [tuple(found) for found in _sold(db)] == [("A", 4), ("B", 5)]
    assert_consistent()


def test_a_recall_amid_orders_leaves_nothing_of_it_reserved(committed_db, assert_consistent):
    db = committed_db
    variant, at = factories.tracked(), factories.location()
    factories.lots(variant.id, at, A=30, B=30)
    lot_id = db.value("select id from inventory.lots where code = 'A'")

    def recall():
        with db.acting_as(db.SYSTEM):
            return db.call("fulfillment.replace_lot", p_lot_id=lot_id, p_reason="Glass")

    def buy():
        with db.acting_as(db.SYSTEM):
            return factories.place_order(lines=[factories.line(variant.sku)])

    outcomes = together(*[partial(buy)] * 12, recall, *[partial(buy)] * 12)
    assert [outcome for outcome in outcomes if isinstance(outcome, Exception)] == []
    db.call("fulfillment.replace_lot", p_lot_id=lot_id)
    db.call("inventory.withdraw_lots")
    assert factories.lot_levels(variant.id) == {"A": (30, 0, 30), "B": (30, 24, 0)}
    assert_consistent()
