"""routing.save_rules: every rule asks something, and each leaves something to those after it."""

from typing import Any

import pytest

from oms.db import DomainError, call, rows
from tests.support.factories import location
from tests.support.routing import default_id, profile


@pytest.fixture
def careful(db: Any) -> int:
    location()
    return profile()


def save(*rules: dict[str, Any], seen: str | None = None) -> None:
    call("routing.save_rules", p_rules=list(rules), p_seen=seen)


def refusal(*rules: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    with pytest.raises(DomainError) as refused:
        save(*rules)
    return refused.value.code, refused.value.detail


def test_they_are_kept_in_their_order(careful: int) -> None:
    save({"tag": "VIP", "profile_id": careful}, {"channel": "web", "country_code": "DE", "profile_id": default_id()})
    save({"channel": "web", "profile_id": default_id()}, {"tag": "VIP", "profile_id": careful})
    kept = rows("select position, channel, tag, profile_id from routing.rules order by position")
    assert kept == [(1, "web", None, default_id()), (2, None, "vip", careful)]


def test_it_refuses_one_that_asks_nothing(careful: int) -> None:
    assert refusal({"channel": None, "profile_id": careful}) == ("OM224", {"n": 1})


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"channel": "web"}, {"channel": "web", "tag": "vip"}),
        ({"minimum_minor": 100}, {"minimum_minor": 200}),
        ({"channel": "web", "minimum_minor": 100}, {"channel": "web", "minimum_minor": 100, "country_code": "DE"}),
        ({"tag": "VIP"}, {"tag": "vip"}),
    ],
)
def test_it_refuses_one_that_can_never_apply(careful: int, earlier: Any, later: Any) -> None:
    code, detail = refusal({**earlier, "profile_id": careful}, {**later, "profile_id": careful})
    assert (code, detail["earlier"], detail["n"]) == ("OM225", 1, 2)


def test_it_refuses_two_that_contradict_each_other(careful: int) -> None:
    asked = {"channel": "web"}
    code, detail = refusal(
        {"tag": "vip", "profile_id": careful},
        {**asked, "profile_id": careful},
        {**asked, "profile_id": default_id()},
    )
    assert (code, detail["earlier"], detail["n"]) == ("OM226", 2, 3)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ({"channel": "web", "tag": "vip"}, {"channel": "web"}),
        ({"minimum_minor": 200}, {"minimum_minor": 100}),
        ({"minimum_minor": 100}, {"channel": "web"}),
    ],
)
def test_it_takes_the_special_before_the_general(careful: int, earlier: Any, later: Any) -> None:
    save({**earlier, "profile_id": careful}, {**later, "profile_id": careful})
    assert len(rows("select from routing.rules")) == 2


def test_it_refuses_a_profile_that_can_not_decide(careful: int) -> None:
    made = call("routing.save_profile", p_name="New")
    assert refusal({"channel": "web", "profile_id": made})[0] == "OM222"


def test_it_refuses_who_saw_others(careful: int) -> None:
    seen = call("routing.rules_fingerprint")
    save({"channel": "web", "profile_id": careful}, seen=seen)
    with pytest.raises(DomainError) as refused:
        save({"channel": "phone", "profile_id": careful}, seen=seen)
    assert refused.value.code == "OM409"
