"""fulfillment.plan: allocations become work, one piece for each location."""

from tests.support import factories


def test_it_makes_one_for_each_location(db):
    here, there = factories.location("HERE"), factories.location("THERE")
    order = factories.place_order(
        lines=[factories.line(factories.stocked(here)), factories.line(factories.stocked(there))], payments=[]
    )
    works = factories.works(order.id)
    assert [(work.number, work.location_id, work.state) for work in works] == [
        (f"{order.number}-1", here, "planned"),
        (f"{order.number}-2", there, "planned"),
    ]


def test_it_is_released_where_the_request_is(db, work):
    assert work.state == "released"
    assert work.row.due_at is not None


def test_it_makes_nothing_twice(db, work):
    db.call("fulfillment.plan", p_request_id=work.row.request_id)
    assert len(factories.works(work.order.id)) == 1
