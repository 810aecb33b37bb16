"""routing.judge: what a shadow would have decided, once for each decision, and without effect."""

from typing import Any

import pytest

from tests.support import factories, trials
from tests.support.factories import line, place_order, stock

EFFECTS = (
    "select (select jsonb_agg(l order by l.location_id) from inventory.levels as l), (select count(*) from inventory.movements),"
    " (select jsonb_agg(a) from demand.allocations as a), (select jsonb_agg(d order by d.id) from routing.decisions as d)"
)


@pytest.fixture
def shadow(db: Any) -> int:
    near, far = trials.places()
    trials.decide_by(trials.PRIORITY)
    trials.on(1)
    place_order()  # before it began
    trials.on(2)
    made = db.call("routing.start_shadow", p_version_id=trials.version(trials.NEAREST))
    sku = factories.stocked(near, 9)
    stock(sku, far, 9)
    trials.on(3)
    for _ in range(3):
        place_order(lines=[line(sku)])
    return int(made)


def judge(db: Any, shadow: int, most: int = 10) -> int:
    return int(db.call("routing.judge", p_shadow_id=shadow, p_most=most))


def test_it_judges_each_decision_once(db: Any, shadow: int) -> None:
    assert [judge(db, shadow, 2), judge(db, shadow, 2), judge(db, shadow, 2)] == [2, 1, 0]
    assert db.value("select count(*) from routing.shadow_decisions where differs") == 3


def test_it_plans_from_the_recorded_inputs_and_changes_nothing(db: Any, shadow: int) -> None:
    before = db.row(EFFECTS)
    judge(db, shadow)
    assert db.row(EFFECTS) == before
    assert db.value(
        "select bool_and(s.result = routing.plan(jsonb_set(d.inputs, '{rules}', w.rules))) from routing.shadow_decisions as s"
        " join routing.decisions as d on d.id = s.decision_id join routing.shadows as w on w.id = s.shadow_id"
    )


def test_what_was_committed_late_is_judged_too(db: Any, owner: Any, shadow: int) -> None:
    judge(db, shadow)
    owner("update routing.shadows set judged_until = judged_until + interval '9 minutes'")
    place_order()
    assert judge(db, shadow) == 1


def test_it_judges_one_profile_only_if_asked(db: Any, owner: Any, shadow: int) -> None:
    owner("update routing.shadows set judged_id = (select max(id) from routing.profiles)")
    assert judge(db, shadow) == 0


def test_what_it_said_stays(db: Any, owner: Any, shadow: int) -> None:
    judge(db, shadow)
    with pytest.raises(Exception, match="append-only"):
        owner("update routing.shadow_decisions set differs = false")
