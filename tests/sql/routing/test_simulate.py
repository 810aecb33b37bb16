"""routing.simulate: beginning to decide the past anew."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories, trials


@pytest.fixture
def version(db: Any) -> int:
    trials.on(1)
    factories.place_order()
    factories.place_order()
    trials.on(3)
    return trials.version(trials.NEAREST)


def refusal(db: Any, **given: Any) -> DomainError:
    with pytest.raises(DomainError) as refused:
        db.call("routing.simulate", **{"p_days": 30, **given})
    return refused.value


def test_it_waits_for_its_task(db: Any, version: int) -> None:
    made = trials.simulation(db.call("routing.simulate", p_version_id=version, p_days=30))
    assert (made.state, made.total, made.done, made.rules, made.started_by) == (
        "queued",
        2,
        0,
        trials.NEAREST,
        "OMS",
    )
    assert db.value("select args from tasks.tasks where kind = 'routing.simulate'") == {"id": made.id}


def test_it_is_of_one_profile_if_asked(db: Any, version: int) -> None:
    profile = db.value("select id from routing.profiles where is_default")
    made = trials.simulation(db.call("routing.simulate", p_version_id=version, p_days=30, p_judged_id=profile))
    assert (made.total, made.judged_id) == (2, profile)
    db.call("routing.end_simulation", p_simulation_id=made.id, p_state="canceled")
    unused = db.value("select profile_id from routing.profile_versions where id = :id", id=version)
    assert refusal(db, p_version_id=version, p_judged_id=unused).code == "OM231"


def test_it_is_one_at_a_time(db: Any, version: int) -> None:
    db.call("routing.simulate", p_version_id=version, p_days=30)
    assert refusal(db, p_version_id=version).code == "OM230"


@pytest.mark.parametrize(
    ("days", "code"), [(1, "OM231"), (0, "simulations_days_sensible"), (366, "simulations_days_sensible")]
)
def test_it_refuses_days_in_which_there_is_nothing(db: Any, version: int, days: int, code: str) -> None:
    refused = refusal(db, p_version_id=version, p_days=days)
    assert (refused.code, refused.field) == (code, "days")


def test_it_refuses_rules_that_are_nowhere(db: Any, version: int) -> None:
    assert refusal(db, p_version_id=404).code == "OM404"
