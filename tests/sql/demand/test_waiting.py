"""demand.waiting: who waits for a SKU, in order of promise."""

from tests.support import factories
from tests.support.incoming import expect


def test_it_is_in_order_of_promise(db):
    at = factories.store("HERE")
    mug = factories.product("MUG")
    factories.stock("MUG", at, 1)
    factories.place_order(lines=[factories.line("MUG", 1)])  # and gets it
    unpromised = factories.place_order(lines=[factories.line("MUG", 9)])
    expect(at, 7, MUG=1)
    late = factories.place_order(lines=[factories.line("MUG", 1)])
    expect(at, 3, MUG=2)
    younger = factories.place_order(lines=[factories.line("MUG", 1)])
    pickup = {"delivery": {"method": "pickup", "location_id": at}}  # pickups are due a day earlier
    urgent = factories.place_order(lines=[factories.line("MUG", 1)], **pickup)
    gone = factories.place_order(lines=[factories.line("MUG", 1)])
    db.call("orders.cancel", p_order_id=gone.id, p_reason="customer")
    expected = [order.request_id for order in (urgent, younger, late, unpromised)]
    assert db.call("demand.waiting", p_variant_ids=[mug.id]) == expected
    assert db.call("demand.waiting", p_variant_ids=[]) == []
