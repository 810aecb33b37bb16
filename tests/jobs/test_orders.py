"""Jobs of orders."""

from typing import Any

from jobs.run import run_due
from tests.support.factories import line, location, place_order, stocked
from tests.support.tasks import later


def test_proposed_changes_end_by_themselves(db: Any) -> None:
    placed = place_order(lines=[line(stocked(location(), 5, "MUG"), 1)])
    given = {"add": [{"sku": "MUG", "quantity": 2}]}
    db.call("orders.propose_change", p_order_id=placed.id, p_given=given)
    later(minutes=61)
    db.call("tasks.tick")
    run_due()
    assert db.value("select state from orders.changes") == "expired"
