"""SKUs whose units are told apart: received, corrected and set aside by lot."""

import pytest

from tests.support import factories


@pytest.fixture
def milk(db, shelf):
    return factories.tracked(has_expiry=True)


@pytest.fixture
def in_london(milk, shelf):
    return f"/stock/{milk.id}/{shelf.london}"


@pytest.fixture
def lot_id(db, milk, shelf):
    """Five of lot A."""
    factories.lots(milk.id, shelf.london, A=(5, "2100-01-01"))
    return db.value("select id from inventory.lots")


def test_it_is_chosen_how_units_are_told_apart(alice, db):
    variant = factories.product()
    url = f"/stock/{variant.id}/tracking"
    assert "Not at all" in alice.get(url, htmx=True).text
    assert alice.post(url, data={"tracking": "lot", "has_expiry": "y"}).status_code == 303
    told = db.row("select tracking, has_expiry from catalog.variants where id = :id", id=variant.id)
    assert tuple(told) == ("lot", True)


def test_not_while_there_is_stock(alice, shelf):
    refused = alice.post(f"{shelf.url}/tracking", data={"tracking": "lot"})
    assert refused.status_code == 422
    assert "There is stock of MUG" in refused.text


def test_not_by_who_only_works_there(bob, shelf):
    assert bob.get(f"{shelf.url}/tracking").status_code == 403
    assert bob.post(f"{shelf.url}/tracking", data={"tracking": "lot"}).status_code == 403


def test_a_lot_is_received_with_its_expiry(bob, milk, in_london):
    assert "Expires on" in bob.get(f"{in_london}/receipts/new").text
    given = {"quantity": "5", "code": "A", "once": "k"}
    refused = bob.post(f"{in_london}/receipts", data=given)
    assert refused.status_code == 422
    assert "say when lot A does" in refused.text
    assert bob.post(f"{in_london}/receipts", data={**given, "expires_on": "2100-01-01"}).status_code == 303
    assert factories.lot_levels(milk.id) == {"A": (5, 0, 0)}
    page = bob.get(f"/stock/{milk.id}").text
    assert "Jan 1, 2100" in page


def test_serial_numbers_are_received_one_in_each_line(bob, shelf):
    variant = factories.tracked("serial")
    url = f"/stock/{variant.id}/{shelf.london}/receipts"
    assert "Serial numbers" in bob.get(f"{url}/new").text
    assert bob.post(url, data={"serials": "S1\r\nS2\n\nS3", "once": "a"}).status_code == 303
    assert factories.lot_levels(variant.id) == {"S1": (1, 0, 0), "S2": (1, 0, 0), "S3": (1, 0, 0)}
    again = bob.post(url, data={"serials": "S2", "once": "b"})
    assert again.status_code == 422
    assert "in stock already" in again.text
    assert bob.post(url, data={"serials": " ", "once": "c"}).status_code == 422


def test_a_lot_is_corrected_and_that_is_undone(bob, milk, in_london, lot_id):
    asked = bob.get(f"{in_london}/adjustments/new?lot={lot_id}").text
    assert "5 on hand" in asked
    given = {"how": "count", "quantity": "4", "reason": "counted", "expected": "5"}
    assert bob.post(f"{in_london}/adjustments?lot={lot_id}", data=given).status_code == 303
    assert factories.lot_levels(milk.id) == {"A": (4, 0, 0)}
    assert bob.post(f"{in_london}/adjustments?lot={lot_id}", data=given).status_code == 409
    bob.post(f"{in_london}/reversals?lot={lot_id}&quantity=-1&on_hand=4")
    assert factories.lot_levels(milk.id) == {"A": (5, 0, 0)}


def test_a_lot_is_set_aside_and_that_is_undone(bob, milk, in_london, lot_id):
    given = {"how": "set_aside", "quantity": "2", "reason": "damaged"}
    assert bob.post(f"{in_london}/asides?lot={lot_id}", data=given).status_code == 303
    assert factories.lot_levels(milk.id) == {"A": (5, 0, 2)}
    bob.post(f"{in_london}/asides/undo?lot={lot_id}&how=set_aside&quantity=2&reason=damaged")
    assert factories.lot_levels(milk.id) == {"A": (5, 0, 0)}


@pytest.mark.parametrize("what", ["adjustments", "asides"])
def test_which_lot_must_be_said(bob, milk, in_london, lot_id, what):
    given = {"how": "change" if what == "adjustments" else "set_aside", "quantity": "1", "expected": "5"}
    reason = "found" if what == "adjustments" else "damaged"
    refused = bob.post(f"{in_london}/{what}", data={**given, "reason": reason})
    assert refused.status_code == 422
    assert "told apart" in refused.text
    assert bob.get(f"{in_london}/{what}/new?lot=0").status_code == 404
    assert factories.lot_levels(milk.id) == {"A": (5, 0, 0)}
