"""Two places, one with priority and one that is nearer, and orders whose routing can be tried anew."""

from itertools import count
from typing import Any

from oms.db import call, row, value
from tests.support import factories
from tests.support.routing import default_id

_numbers = count(1)

NEAREST = {"criteria": ["nearest"], "rest": {"do": "backorder"}}
PRIORITY = {"criteria": ["priority"], "rest": {"do": "backorder"}}


def places() -> tuple[int, int]:
    """One close to the customer of the factories, in Berlin, and one far off that comes first by priority."""
    near = factories.location(priority=200)
    return near, factories.location(latitude=48.1, longitude=11.6, priority=1)


def version(rules: dict[str, Any]) -> int:
    """The draft of a new profile."""
    made = call("routing.save_profile", p_name=f"Profile {next(_numbers)}")
    return int(call("routing.save_draft", p_profile_id=made, p_rules=rules, p_seen=1))


def decide_by(rules: dict[str, Any]) -> None:
    """From now on, orders are routed by these rules."""
    call("routing.activate", p_version_id=call("routing.save_draft", p_profile_id=default_id(), p_rules=rules))


def on(day: int) -> None:
    """Set the clock to noon of a day of March."""
    value("select set_config('oms.now', :moment, true)", moment=f"2027-03-{day:02}T12:00:00Z")


def simulated(version_id: int, days: int = 30, **given: Any) -> Any:
    """A simulation from beginning to end."""
    made = call("routing.simulate", p_version_id=version_id, p_days=days, **given)
    while call("routing.continue_simulation", p_simulation_id=made, p_most=2):
        pass
    return simulation(made)


def simulation(simulation_id: int) -> Any:
    return row("select * from routing.simulations where id = :id", id=simulation_id)
