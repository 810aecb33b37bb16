"""Quarantine on screen: every reason beside its field, repaired there, and never over somebody else's change."""

from html import unescape
from typing import Any

import pytest

from oms.db import call, row, value
from tests.support.channels import ADDRESS, channel, incoming, quarantined, record, sold
from tests.support.factories import order_row, store

BROKEN = {
    "external_id": "7",
    "name": "#1007",
    "lines": [{"sku": "THEIRS", "title": "A mug", "quantity": "two", "unit_price_minor": "ten"}],
    "ship_to": {**ADDRESS, "postal_code": "", "city": ""},
    "bill_to": {**ADDRESS, "line1": "Other St 2"},
    "placed_at": "yesterday",
}


def kept(**change: Any) -> Any:
    code = channel()
    return record(call("channels.place", p_channel=code, p_order={**BROKEN, **change})["quarantine_id"])


def repairs(found: Any, **change: str) -> dict[str, Any]:
    """What the form sends when everything is put right."""
    return {
        "version": found.version,
        "/lines/0/sku": "MUG",
        "/lines/0/quantity": "2",
        "/lines/0/unit_price_minor": "10.00",
        "/ship_to/city": "Berlin",
        "/ship_to/postal_code": "10115",
        "/placed_at": "2026-01-02T10:00:00Z",
        **change,
    }


def test_it_lists_what_waits_with_its_reasons(alice: Any) -> None:
    kept()
    answer = alice.get("/quarantine")
    text = unescape(answer.text)
    for told in ("#1007", "There is no SKU “THEIRS” in the catalog.", "and 4 more"):
        assert told in text
    assert "#1007" not in alice.get("/quarantine?state=discarded").text
    assert "#1007" not in alice.get("/quarantine?channel=other").text
    assert alice.get("/quarantine?state=lost").status_code == 404


def test_it_says_so_when_nothing_waits(alice: Any) -> None:
    assert "Nothing is in quarantine" in alice.get("/quarantine").text


def test_it_shows_every_reason_beside_its_field(alice: Any) -> None:
    found = kept()
    text = unescape(alice.get(f"/quarantine/{found.id}").text)
    for pointer, said in {
        "/lines/0/sku": "There is no SKU “THEIRS” in the catalog.",
        "/lines/0/quantity": "“two” is no quantity.",
        "/lines/0/unit_price_minor": "“ten” is no price.",
        "/ship_to/city": "The city is missing.",
        "/ship_to/postal_code": "The postal code is missing.",
        "/placed_at": "“yesterday” is no date that can be read.",
    }.items():
        beside = text.partition(f'id="{pointer}-mistake"')[2].partition("</p>")[0]
        assert said in beside, pointer


def test_it_places_what_was_repaired(alice: Any) -> None:
    found = kept()
    sold("MUG")
    answer = alice.post(f"/quarantine/{found.id}", data=repairs(found))
    resolved = record(found.id)
    assert (answer.status_code, resolved.state, resolved.repaired_by) == (303, "resolved", "Alice Adams")
    placed = order_row(resolved.order_id)
    assert (placed.total_minor, placed.external_id) == (2000, "7")
    assert answer.location == f"/orders/{placed.number}"


def test_it_goes_on_to_the_next_one(alice: Any) -> None:
    found = kept()
    sold("MUG")
    other = quarantined(channel="shop")
    answer = alice.post(f"/quarantine/{found.id}", data=repairs(found))
    assert answer.location == f"/quarantine/{other.id}"


def test_it_keeps_what_was_repaired_where_more_is_wrong(alice: Any) -> None:
    found = kept()
    answer = alice.post(f"/quarantine/{found.id}", data=repairs(found))
    text = unescape(answer.text)
    assert answer.status_code == 422
    assert "There is no SKU “MUG” in the catalog." in text
    assert "“two” is no quantity." not in text
    assert record(found.id).payload["ship_to"]["city"] == "Berlin"


def test_it_remembers_what_the_channel_calls_a_sku(alice: Any) -> None:
    found = kept()
    sold("MUG")
    alice.post(f"/quarantine/{found.id}", data=repairs(found, remember_0="1"))
    assert tuple(row("select alias, sku from channels.sku_aliases")) == ("THEIRS", "MUG")
    assert call("channels.place", p_channel="shop", p_order=incoming("THEIRS"))["outcome"] == "placed"


def test_it_takes_the_channels_total(alice: Any) -> None:
    found = kept(stated_total_minor=1999)
    sold("MUG")
    text = unescape(alice.post(f"/quarantine/{found.id}", data=repairs(found)).text)
    assert "The channel says €19.99 in total, but it adds up to €20.00." in text
    again = record(found.id)
    alice.post(f"/quarantine/{found.id}", data=repairs(again, **{"/accept_total": "1"}))
    assert order_row(record(found.id).order_id).total_minor == 1999


@pytest.mark.parametrize(
    ("change", "sent"),
    [
        ({"ship_to": None}, {"use_billing": "1"}),
        ({"payments": [{"kind": "capture", "amount_minor": 0}]}, {"leave_out_payments": "1"}),
        ({"discount_minor": 99999}, {"/discount_minor": "1.00"}),
        ({"currency": "Euro"}, {"/currency": "EUR"}),
        ({"lines": []}, {}),
        ({"lines": [*BROKEN["lines"], {"sku": "X"}]}, {"leave_out_1": "1"}),
        ({"lines": [{**BROKEN["lines"][0], "fulfilled_quantity": 1}]}, {"/lines/0/fulfilled_quantity": "0"}),
        ({"lines": [{**BROKEN["lines"][0], "removed_quantity": 1}]}, {"/lines/0/removed_quantity": "0"}),
        ({"lines": [{**BROKEN["lines"][0], "sku": ""}]}, {"/lines/0/sku": "", "/lines/0/requires_shipping": "0"}),
    ],
)
def test_it_repairs_each_kind_of_trouble(alice: Any, change: dict[str, Any], sent: dict[str, str]) -> None:
    found = kept(**change)
    sold("MUG")
    assert alice.get(f"/quarantine/{found.id}").status_code == 200
    typed = repairs(found, **sent)
    if "use_billing" in sent:
        typed = {name: value for name, value in typed.items() if not name.startswith("/ship_to")}
    answer = alice.post(f"/quarantine/{found.id}", data=typed)
    assert record(found.id).state == "resolved", unescape(answer.text)


def test_it_backorders_what_a_shop_has_sold_and_we_do_not_have(alice: Any) -> None:
    code = channel(stock_policy="refuse")
    order = incoming(lines=[{"sku": sold("ONE", 1), "quantity": 2}])
    found = record(call("channels.place", p_channel=code, p_order=order)["quarantine_id"])
    alice.post(f"/quarantine/{found.id}", data={"version": 1, "/stock_policy": "backorder"})
    assert order_row(record(found.id).order_id).is_backordered


def test_it_chooses_a_place_to_pick_up(alice: Any) -> None:
    berlin = store("BERLIN")
    found = kept(delivery={"method": "pickup", "location": "Nowhere"}, ship_to=None)
    sold("MUG")
    assert "no place to pick up" in alice.get(f"/quarantine/{found.id}").text
    sent = {name: value for name, value in repairs(found).items() if not name.startswith("/ship_to")}
    alice.post(f"/quarantine/{found.id}", data={**sent, "/delivery/location": "BERLIN"})
    assert order_row(record(found.id).order_id).pickup_location_id == berlin


def test_it_shows_both_versions_when_somebody_was_faster(alice: Any) -> None:
    found = kept()
    call("channels.retry_quarantine", p_id=found.id, p_payload={**found.payload, "ship_to": ADDRESS}, p_version=1)
    answer = alice.post(f"/quarantine/{found.id}", data=repairs(found, **{"/ship_to/city": "Bern"}))
    assert answer.status_code == 409
    assert 'value="Bern"' in answer.text
    assert "Now: Berlin" in answer.text
    assert 'name="version" value="2"' in answer.text
    assert record(found.id).payload["ship_to"]["city"] == "Berlin"


def test_it_puts_nothing_where_nothing_may_be_put(alice: Any) -> None:
    found = kept()
    sent = {
        "/external_id": "8",
        "/payments/0/kind": "capture",
        "/lines/7/sku": "X",
        "/ship_to/__class__": "x",
        "/lines/x/sku": "y",
    }
    alice.post(f"/quarantine/{found.id}", data={"version": 1, **sent})
    payload = record(found.id).payload
    assert (payload["external_id"], len(payload["lines"]), "payments" in payload) == ("7", 1, False)


def test_it_discards_and_takes_it_back(alice: Any) -> None:
    found = kept()
    answer = alice.post(f"/quarantine/{found.id}/disposal", data={"version": 1})
    assert (answer.status_code, record(found.id).state) == (303, "discarded")
    assert alice.get(f"/quarantine/{found.id}").status_code == 200
    assert alice.post(f"/quarantine/{found.id}/reopening?version=2").status_code == 303
    assert record(found.id).state == "open"


def test_it_discards_nothing_that_changed_meanwhile(alice: Any) -> None:
    found = kept()
    assert alice.post(f"/quarantine/{found.id}/disposal", data={"version": 9}).status_code == 409
    assert record(found.id).state == "open"


def test_it_lets_nobody_else_touch_it(bob: Any, client: Any) -> None:
    found = kept()
    for path in (f"/quarantine/{found.id}", f"/quarantine/{found.id}/disposal", f"/quarantine/{found.id}/reopening"):
        assert bob.post(path, data=repairs(found)).status_code == 403
        assert client.post(path, data=repairs(found)).status_code in {303, 400, 403}
    assert (record(found.id).state, record(found.id).version) == ("open", 1)


def test_it_knows_no_record_that_is_not_there(alice: Any) -> None:
    assert alice.get("/quarantine/99").status_code == 404
    assert alice.post("/quarantine/99", data={"version": 1}).status_code == 404


def test_it_suggests_skus(alice: Any) -> None:
    sold("MUG-1")
    assert "MUG-1" in alice.get("/quarantine/skus?/lines/0/sku=mug", htmx=True).text
    assert alice.get("/quarantine/skus").text.strip() == ""


def test_it_shows_what_arrived(alice: Any) -> None:
    found = kept()
    call("channels.receive", p_channel="shop", p_delivery_id="1", p_topic="orders/create", p_body='{"id": "<7>"}')
    call(
        "channels.finish_delivery",
        p_id=value("select id from channels.inbox"),
        p_state="quarantined",
        p_quarantine_id=found.id,
    )
    assert "&#34;&lt;7&gt;&#34;" in alice.get(f"/quarantine/{found.id}").text


def test_it_still_shows_an_order_of_a_channel_that_is_switched_off(alice: Any) -> None:
    found = kept()
    call("channels.save_channel", p_channel={"code": "shop", "is_active": False})
    assert "There is no SKU" in alice.get(f"/quarantine/{found.id}").text
    assert alice.post(f"/quarantine/{found.id}", data=repairs(found)).status_code == 409
