"""What nobody collects."""

import pytest


def test_it_may_wait_longer(alice, waiting):
    before = waiting.pickup.expires_at
    alice.post(f"{waiting.url}/extension", data={"days": 3})
    assert (waiting.pickup.expires_at - before).days == 3


@pytest.mark.parametrize("days", ["", "0", "31", "x"])
def test_nonsense_is_no_time(alice, waiting, days):
    before = waiting.pickup.expires_at
    assert alice.post(f"{waiting.url}/extension", data={"days": days}).status_code == 422
    assert waiting.pickup.expires_at == before


def test_it_is_given_up_and_carried_back(alice, waiting):
    alice.post(f"{waiting.url}/return")
    assert waiting.state == "returned_to_stock"
    assert "Carry it back" in alice.get("/pickup").text
    assert "from shelf A1" in alice.get(waiting.url).text
    alice.post(f"{waiting.url}/carrying-back")
    assert waiting.number not in alice.get("/pickup").text


def test_giving_up_twice_is_told(alice, waiting):
    alice.post(f"{waiting.url}/return")
    assert alice.post(f"{waiting.url}/return").status_code == 409


def test_what_is_canceled_is_carried_back_too(alice, waiting):
    waiting.db.call("orders.cancel", p_order_id=waiting.order.id, p_reason="test")
    assert "Carry it back" in alice.get("/pickup").text


def test_the_last_day_is_shown(alice, waiting, owner):
    owner("update pickup.pickups set expires_at = now() + interval '3 hours'")
    assert "Last day" in alice.get("/pickup").text
