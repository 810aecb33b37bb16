"""routing.save_draft: only a draft changes, and nobody overwrites what they didn't see."""

from typing import Any

import pytest

from oms.db import DomainError, call
from tests.support.routing import default_id, version

RULES = {"criteria": ["cheapest", "nearest"], "max_parcels": 2, "rest": {"do": "backorder"}}


def save(rules: Any, seen: int = 0) -> int:
    return int(call("routing.save_draft", p_profile_id=default_id(), p_rules=rules, p_seen=seen))


def test_it_leaves_what_decides_alone(db: Any) -> None:
    before = version(default_id())
    save(RULES)
    assert version(default_id()) == before
    draft = version(default_id(), "draft")
    assert (draft.version, draft.rules, draft.revision) == (before.version + 1, RULES, 1)


def test_it_writes_the_same_draft_again(db: Any) -> None:
    first = save(RULES)
    assert save({**RULES, "max_parcels": 3}, seen=1) == first
    assert version(default_id(), "draft").rules["max_parcels"] == 3


def test_it_refuses_who_saw_another_state(db: Any) -> None:
    save(RULES)
    for seen in (0, 2):
        with pytest.raises(DomainError) as refused:
            save(RULES, seen)
        assert refused.value.code == "OM409"


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        ({"criteria": []}, "no_criteria"),
        ({"criteria": ["prettiest"]}, "unknown_criterion"),
        ({"criteria": ["nearest", "nearest"]}, "repeated_criterion"),
        ({"criteria": ["nearest"], "max_km": "far"}, "bad_number"),
        ({"criteria": ["nearest"], "max_parcels": 0}, "bad_number"),
        ({"criteria": ["nearest"], "weather": "fine"}, "unknown_rule"),
        ({"criteria": ["nearest"], "kinds": []}, "no_kinds"),
        ({"criteria": ["nearest"], "kinds": ["boat"]}, "unknown_kind"),
        ({"criteria": ["nearest"], "location_ids": []}, "no_locations"),
        ({"criteria": ["nearest"], "rest": {"do": "forget"}}, "bad_rest"),
        ({"criteria": ["nearest"], "rest": {"do": "cancel"}}, "days_missing"),
    ],
)
def test_it_refuses_what_can_not_be_followed(db: Any, rules: Any, problem: str) -> None:
    with pytest.raises(DomainError) as refused:
        save(rules)
    assert refused.value.code == "OM221"
    assert [found["code"] for found in refused.value.detail["problems"]] == [problem]
