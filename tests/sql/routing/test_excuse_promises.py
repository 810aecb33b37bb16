"""routing.excuse_promises: what a customer wants otherwise is their own cause."""

from typing import Any

from tests.support import factories

CAUSES = "select p.cause from routing.promises as p order by p.id"


def test_it_is_the_first_cause_that_counts(db: Any) -> None:
    place = factories.location()
    lines = [factories.line(factories.stocked(place)) for _ in range(2)]
    order = factories.place_order(lines=lines)
    db.call("routing.excuse_promises", p_request_id=order.request_id)
    assert [found.cause for found in db.rows(CAUSES)] == ["customer", "customer"]
    db.call("fulfillment.reject", p_order_id=factories.works(order.id)[0].id, p_reason="closed")
    assert [found.cause for found in db.rows(CAUSES)] == ["customer", "customer"]


def test_it_leaves_others_alone(db: Any) -> None:
    factories.place_order()
    db.call("routing.excuse_promises", p_request_id=factories.place_order().request_id)
    assert [found.cause for found in db.rows(CAUSES)] == [None, "customer"]
