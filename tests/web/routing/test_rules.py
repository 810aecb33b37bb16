"""The rules that choose a profile: rows that come, go and move, kept all at once."""

from typing import Any

import pytest

from oms.db import call, rows
from tests.support.channels import channel
from tests.support.factories import location
from tests.support.routing import profile

ADDRESS = "/settings/routing/rules/edit"


@pytest.fixture
def alice(log_in: Any) -> Any:
    location()
    return log_in("manager", name="Alice Adams")


def written(*rules: dict[str, str]) -> dict[str, str]:
    fields = {f"rules-{n}-{part}": text for n, rule in enumerate(rules) for part, text in rule.items()}
    return {"seen": call("routing.rules_fingerprint"), **fields}


def test_they_are_kept_in_their_order(alice: Any) -> None:
    careful = str(profile())
    data = written({"tag": "vip", "profile_id": careful}, {"minimum": "500.00", "profile_id": careful})
    assert alice.post(ADDRESS, data=data).status_code == 303
    assert rows("select tag, minimum_minor from routing.rules order by position") == [("vip", None), (None, 50000)]
    assert 'value="vip"' in alice.get(ADDRESS).text


def test_rows_come_go_and_move(alice: Any) -> None:
    careful = str(profile())
    data = written({"tag": "vip", "profile_id": careful}, {"tag": "slow", "profile_id": careful})
    for press in ("down-0", "to0-1"):
        moved = alice.post(ADDRESS, data={**data, "press": press}).text
        assert moved.index('value="slow"') < moved.index('value="vip"')
    assert 'name="rules-2-tag"' in alice.post(ADDRESS, data={**data, "press": "add"}).text
    assert 'value="vip"' not in alice.post(ADDRESS, data={**data, "press": "drop-0"}).text
    assert rows("select from routing.rules") == []


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ({"tag": "vip", "minimum": "10.00"}, "Rule 2 never applies: rule 1 takes all of its orders."),
        ({}, "Rule 2 asks nothing."),
        ({"minimum": "a lot"}, "Write an amount such as"),
    ],
)
def test_mistakes_are_told_and_nothing_is_kept(alice: Any, second: dict[str, str], told: str) -> None:
    careful = str(profile())
    data = written({"tag": "vip", "profile_id": careful}, {**second, "profile_id": careful})
    answer = alice.post(ADDRESS, data=data)
    assert answer.status_code in (409, 422)
    assert told in answer.text
    assert rows("select from routing.rules") == []


def test_the_page_of_a_channel_names_the_profiles_of_its_orders(alice: Any) -> None:
    channel("shop")
    call("routing.save_rules", p_rules=[{"channel": "shop", "tag": "vip", "profile_id": profile()}])
    assert "Careful · Standard" in alice.get("/channels/shop").text
    call("routing.save_rules", p_rules=[{"channel": "shop", "profile_id": profile("Whole")}])
    assert "Careful" not in alice.get("/channels/shop").text
