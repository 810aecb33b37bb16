"""Jobs of orders."""

from typing import Any

from jobs.run import run_due
from tests.support.factories import line, location, place_order, stocked
from tests.support.routing import profile
from tests.support.tasks import later


def test_proposed_changes_end_by_themselves(db: Any) -> None:
    placed = place_order(lines=[line(stocked(location(), 5, "MUG"), 1)])
    given = {"add": [{"sku": "MUG", "quantity": 2}]}
    db.call("orders.propose_change", p_order_id=placed.id, p_given=given)
    later(minutes=61)
    db.call("tasks.tick")
    run_due()
    assert db.value("select state from orders.changes") == "expired"


def test_what_nobody_has_is_canceled_after_some_days(db: Any) -> None:
    place = location()
    db.call("routing.make_default", p_profile_id=profile(rest={"do": "cancel", "days": 3}))
    placed = place_order(lines=[line(stocked(place, 1, "MUG"), 2)])
    run_due()
    assert db.value("select sum(canceled) from demand.lines") == 0
    later(days=3, minutes=1)
    run_due()
    assert db.value("select canceled from demand.lines") == 1
    assert (
        db.value(
            "select count(*) from history.events where subject_id = :id and type = 'order.lines_canceled'", id=placed.id
        )
        == 1
    )
