"""routing.activate: a draft decides from now on, what decided before is kept, and no version ever changes."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from oms.db import DomainError, call, row, value
from tests.support.factories import line, location, place_order, stocked
from tests.support.routing import default_id, version


def draft(rules: Any) -> int:
    return int(call("routing.save_draft", p_profile_id=default_id(), p_rules=rules))


def test_orders_are_decided_by_it(db: Any) -> None:
    location()
    before = version(default_id())
    call("routing.activate", p_version_id=draft({"criteria": ["cheapest"]}))
    order = place_order()
    now = version(default_id())
    assert value("select version_id from routing.decisions where request_id = :id", id=order.request_id) == now.id
    assert (now.version, version(default_id(), "retired").id) == (2, before.id)


def test_an_earlier_version_decides_again(db: Any) -> None:
    location()
    first = version(default_id()).id
    call("routing.activate", p_version_id=draft({"criteria": ["cheapest"]}))
    call("routing.activate", p_version_id=first)
    assert version(default_id()).id == first


def test_what_waits_is_tried_again_at_once(db: Any) -> None:
    far = location(latitude=40.4, longitude=-3.7)
    sku = stocked(far)
    call("routing.activate", p_version_id=draft({"criteria": ["nearest"], "max_km": 100}))
    order = place_order(lines=[line(sku)])
    assert call("fulfillment.waiting_requests") == []
    call("routing.activate", p_version_id=draft({"criteria": ["nearest"]}))
    assert call("fulfillment.waiting_requests") == [order.request_id]
    assert value("select count(*) from tasks.tasks where kind = 'fulfillment.backorders'") == 2


def test_it_refuses_a_profile_that_leaves_every_order_without_a_source(db: Any) -> None:
    location(kind="store")
    with pytest.raises(DomainError) as refused:
        call("routing.activate", p_version_id=draft({"criteria": ["nearest"], "kinds": ["3pl"]}))
    assert refused.value.code == "OM221"
    assert [found["code"] for found in refused.value.detail["problems"]] == ["nobody_serves"]


def test_it_refuses_a_draft_that_was_changed_meanwhile(db: Any) -> None:
    location()
    made = draft({"criteria": ["cheapest"]})
    call("routing.save_draft", p_profile_id=default_id(), p_rules={"criteria": ["fastest"]}, p_seen=1)
    with pytest.raises(DomainError) as refused:
        call("routing.activate", p_version_id=made, p_seen=1)
    assert refused.value.code == "OM409"


@pytest.mark.parametrize(
    "attack",
    [
        """update routing.profile_versions set rules = '{"criteria": ["nearest"]}'""",
        "update routing.profile_versions set version = 7",
        "delete from routing.profile_versions",
    ],
)
def test_a_version_never_changes(db: Any, attack: str) -> None:
    """Neither by the application, nor by a function."""
    with db.transaction() as connection:
        with pytest.raises(DBAPIError, match="permission denied"), connection.begin_nested():
            connection.execute(text(attack))
        connection.execute(text("reset role; set local role oms_definer"))
        with pytest.raises(DBAPIError, match="a version never changes"), connection.begin_nested():
            connection.execute(text(attack))
        connection.execute(text("set local role oms_app"))
    assert row("select version from routing.profile_versions") == (1,)
