"""routing.replay: a recorded decision planned again."""

from typing import Any

import pytest

from oms.db import DomainError
from tests.support import factories


def decision_id(db: Any) -> int:
    factories.place_order()
    return int(db.value("select max(id) from routing.decisions"))


def test_it_comes_to_the_same_bytes(db: Any) -> None:
    answer = db.call("routing.replay", p_decision_id=decision_id(db))
    assert (answer["planner"], answer["same"]) == (True, True)


def test_it_says_when_a_record_was_tampered_with(db: Any, owner: Any) -> None:
    made = decision_id(db)
    owner("update routing.decisions set result = jsonb_set(result, '{unfilled}', '7')")
    assert not db.call("routing.replay", p_decision_id=made)["same"]


def test_it_leaves_the_decisions_of_an_earlier_planner_alone(db: Any, owner: Any) -> None:
    made = decision_id(db)
    owner("update routing.decisions set planner = 1")
    assert db.call("routing.replay", p_decision_id=made) == {"planner": False, "result": None, "same": None}


def test_it_refuses_what_was_never_decided(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        db.call("routing.replay", p_decision_id=404)
    assert refused.value.code == "OM404"
