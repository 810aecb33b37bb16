"""Simulations, shadows and accuracies as tasks."""

from typing import Any

import pytest

from jobs import routing
from jobs.run import run_due
from oms.db import call, value
from tests.support import factories, trials
from tests.support.factories import place_order


@pytest.fixture
def version(db: Any) -> int:
    trials.on(1)
    for _ in range(3):
        place_order()
    trials.on(2)
    return trials.version(trials.NEAREST)


def test_a_simulation_is_done_in_tasks_that_end_in_time(version: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(routing, "AT_ONCE", 1)
    monkeypatch.setattr(routing, "SECONDS_MAX", 0.001)
    made = call("routing.simulate", p_version_id=version, p_days=30)
    run_due()
    assert (trials.simulation(made).state, trials.simulation(made).done) == ("done", 3)


def test_one_that_breaks_has_failed_and_stands_in_nobodys_way(version: int, owner: Any) -> None:
    made = call("routing.simulate", p_version_id=version, p_days=30)
    owner('update routing.simulations set rules = rules || \'{"max_km": "far"}\'')
    run_due()
    assert trials.simulation(made).state == "failed"
    assert call("routing.simulate", p_version_id=version, p_days=30) > made


def test_shadows_judge_by_themselves(db: Any) -> None:
    trials.places()
    trials.on(1)
    call("routing.start_shadow", p_version_id=trials.version(trials.NEAREST))
    place_order()
    routing.judge({})
    assert value("select count(*) from routing.shadow_decisions") == 1


def test_it_measures_accuracies_when_it_is_time(db: Any) -> None:
    factories.ship(factories.works(factories.place_order().id)[0].id)
    db.call("tasks.enqueue", p_kind="routing.measure_accuracies")
    run_due()
    assert db.value("select count(*) from routing.accuracies") == 1
