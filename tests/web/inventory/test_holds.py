"""What is held for a while, beside the stock it is of."""

import pytest


@pytest.fixture
def hold_id(shelf, db):
    claims = [{"variant_id": shelf.variant.id, "location_id": shelf.london, "quantity": 2}]
    given = {"p_kind": "checkout", "p_owner": "cart-4711", "p_minutes": 15, "p_key": "cart"}
    return db.call("inventory.hold", p_claims=claims, **given)


def test_it_says_for_whom_and_how_long(alice, shelf, hold_id):
    page = alice.get(shelf.url).text
    assert "Held for a while" in page
    assert "cart-4711" in page
    assert "2 held" in page


def test_why_so_little_is_available_tells_it_apart_from_orders(alice, shelf, hold_id):
    page = alice.get(f"{shelf.in_london}/reservations").text
    assert "Held for a while" in page
    assert ">-3<" in page
    assert ">-2<" in page


def test_it_is_released_once(alice, shelf, hold_id, db):
    address = f"{shelf.url}/holds/{hold_id}/release"
    assert "available again" in alice.post(address, follow_redirects=True).text
    assert db.value("select sum(held) from inventory.levels") == 0
    assert "any more" in alice.post(address, follow_redirects=True).text


def test_it_is_for_those_who_speak_with_customers(bob, charlie, shelf, hold_id):
    assert "Release" not in bob.get(shelf.url).text
    assert "cart-4711" not in charlie.get(shelf.url).text
    assert bob.post(f"{shelf.url}/holds/{hold_id}/release").status_code == 403


def test_it_knows_no_other_hold(alice, shelf):
    assert alice.post(f"{shelf.url}/holds/999999/release").status_code == 404
