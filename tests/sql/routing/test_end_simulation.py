"""routing.end_simulation: one that is canceled, or has failed, makes room for the next."""

from typing import Any

import pytest

from tests.support import trials
from tests.support.factories import place_order


@pytest.mark.parametrize("state", ["canceled", "failed"])
def test_it_leaves_nothing_and_lets_another_begin(db: Any, state: str) -> None:
    trials.on(1)
    place_order(), place_order()
    trials.on(2)
    version = trials.version(trials.NEAREST)
    made = db.call("routing.simulate", p_version_id=version, p_days=30)
    db.call("routing.continue_simulation", p_simulation_id=made, p_most=1)
    db.call("routing.end_simulation", p_simulation_id=made, p_state=state)
    assert trials.simulation(made).state == state
    assert db.value("select count(*) from routing.simulation_choices") == 0
    assert db.call("routing.continue_simulation", p_simulation_id=made, p_most=1) is False
    assert trials.simulated(version).state == "done"


def test_one_that_is_done_stays_so(db: Any) -> None:
    trials.on(1)
    place_order()
    trials.on(2)
    made = trials.simulated(trials.version(trials.NEAREST))
    db.call("routing.end_simulation", p_simulation_id=made.id, p_state="canceled")
    assert trials.simulation(made.id).state == "done"
