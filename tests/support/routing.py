"""Profiles and rules of routing for tests."""

from typing import Any

from oms.db import call, row


def profile(name: str = "Careful", **rules: Any) -> int:
    """An active profile; its id."""
    profile_id = int(call("routing.save_profile", p_name=name))
    call("routing.save_draft", p_profile_id=profile_id, p_rules={"criteria": ["nearest"], **rules}, p_seen=1)
    call("routing.activate", p_version_id=version(profile_id, "draft").id)
    return profile_id


def version(profile_id: int, state: str = "active") -> Any:
    """The version of a profile in a state."""
    found = row(
        "select * from routing.profile_versions where profile_id = :id and state = :state", id=profile_id, state=state
    )
    assert found is not None
    return found


def default_id() -> int:
    """The profile that every new shop has."""
    found = row("select id from routing.profiles where is_default")
    assert found is not None
    return int(found.id)


def codes(rules: dict[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with rules: severity and code."""
    return [(found["severity"], found["code"]) for found in call("routing.profile_problems", p_rules=rules)]
