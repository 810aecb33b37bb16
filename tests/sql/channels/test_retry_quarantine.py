"""channels.retry_quarantine: an order as a person repaired it, tried again."""

from typing import Any

import pytest

from oms.db import Actor, DomainError, acting_as, call, rows, value
from tests.support.channels import channel, codes, quarantined, record, sold
from tests.support.factories import order_row


def repaired(found: Any, sku: str) -> dict[str, Any]:
    return {**found.payload, "lines": [{**found.payload["lines"][0], "sku": sku}]}


def test_it_places_what_is_whole_now(db: Any) -> None:
    found = quarantined()
    with acting_as(Actor("person", 7, "Alice")):
        answer = call("channels.retry_quarantine", p_id=found.id, p_payload=repaired(found, sold("MUG")), p_version=1)
    assert answer["outcome"] == "placed"
    kept = record(found.id)
    assert (kept.state, kept.order_id, kept.repaired_by) == ("resolved", answer["order_id"], "Alice")
    assert order_row(answer["order_id"]).external_id == found.external_id
    assert [
        event.type for event in rows("select type from history.events where subject = 'quarantine' order by id")
    ] == [
        "quarantine.opened",
        "quarantine.repaired",
        "quarantine.resolved",
    ]


def test_it_keeps_the_repair_where_it_is_not_enough(db: Any) -> None:
    found = quarantined(stated_total_minor=5)
    answer = call("channels.retry_quarantine", p_id=found.id, p_payload=repaired(found, sold("MUG")), p_version=1)
    assert codes(answer) == [("total_mismatch", "/stated_total_minor")]
    kept = record(found.id)
    assert (kept.state, kept.version, kept.payload["lines"][0]["sku"]) == ("open", 2, "MUG")


def test_it_works_for_an_order_without_an_id(db: Any) -> None:
    found = quarantined(external_id=None, channel=channel("api", "api"))
    answer = call("channels.retry_quarantine", p_id=found.id, p_payload=repaired(found, sold()), p_version=1)
    assert (answer["outcome"], record(found.id).state) == ("placed", "resolved")


def test_it_refuses_a_repair_of_what_has_changed_meanwhile(db: Any) -> None:
    found = quarantined()
    with pytest.raises(DomainError) as refused:
        call("channels.retry_quarantine", p_id=found.id, p_payload=repaired(found, sold()), p_version=2)
    assert refused.value.code == "OM409"
    assert value("select count(*) from orders.orders") == 0


def test_it_refuses_what_is_no_longer_open(db: Any) -> None:
    found = quarantined()
    call("channels.discard_quarantine", p_id=found.id, p_version=1)
    with pytest.raises(DomainError) as refused:
        call("channels.retry_quarantine", p_id=found.id, p_payload=found.payload, p_version=2)
    assert refused.value.code == "OM906"


def test_it_knows_nothing_of_records_for_people_of_one_location(db: Any) -> None:
    found = quarantined()
    with acting_as(Actor("person", 8, "Bob", (1,))), pytest.raises(DomainError) as refused:
        call("channels.retry_quarantine", p_id=found.id, p_payload=found.payload, p_version=1)
    assert refused.value.code == "OM404"


def test_it_remembers_no_alias_for_a_sku_that_is_not_there(db: Any) -> None:
    found = quarantined()
    call("channels.retry_quarantine", p_id=found.id, p_payload=found.payload, p_version=1, p_aliases={"THEIRS": "NO"})
    assert value("select count(*) from channels.sku_aliases") == 0
