"""routing.planner: the generation of the plan."""

from typing import Any

from tests.support import factories


def test_decisions_are_of_the_present_one(db: Any) -> None:
    factories.place_order()
    assert db.value("select planner = routing.planner() from routing.decisions")
