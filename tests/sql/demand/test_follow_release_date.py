"""demand.follow_release_date: what waits may be sent from the day its terms say."""

from tests.support import factories
from tests.support.incoming import expect, in_days, promised


def test_what_is_in_stock_waits_for_no_day(db):
    sku = factories.stocked(factories.location())
    placed = factories.place_order(lines=[factories.line(sku)])
    variant_id = db.value("select id from catalog.variants")
    terms = {"p_channel": "", "p_is_allowed": True, "p_release_on": in_days(20)}
    db.call("demand.set_backorder_terms", p_variant_id=variant_id, **terms)
    db.call("demand.follow_release_date", p_request_id=placed.request_id, p_variant_id=variant_id)
    assert db.value("select not_before from demand.lines") is None


def test_promises_follow_the_release_date(db, assert_consistent):
    mug = factories.product("MUG")
    expect(factories.location("HERE"), 7, MUG=5)
    placed = factories.place_order(lines=[factories.line("MUG", 3)])

    def follow(release_on):
        terms = {"p_variant_id": mug.id, "p_channel": "", "p_is_allowed": True, "p_release_on": release_on}
        db.call("demand.set_backorder_terms", **terms)
        db.call("demand.follow_release_date", p_request_id=placed.request_id, p_variant_id=mug.id)
        return promised(placed)

    assert follow(in_days(20)) == [(3, in_days(20), "pegged")]
    assert follow(in_days(2)) == [(3, in_days(7), "pegged")]
    assert follow(None) == [(3, in_days(7), "pegged")]
    moved = db.rows("select data from history.events where type = 'promise.moved' order by id")
    assert [event.data["to"] for event in moved] == [in_days(20).isoformat(), in_days(7).isoformat()]
    assert_consistent()
