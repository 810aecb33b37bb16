"""From the tote to a shelf."""

import hashlib

from tests.support import factories


def test_the_next_step_is_always_there(alice, counter):
    assert "Accept" in alice.get(counter.url).text
    factories.pick(counter.id)
    page = alice.get(counter.url).text
    assert "Which shelf does it stand on?" in page
    assert 'value="A1"' in page


def test_the_pick_page_leads_to_the_shelf(alice, counter):
    factories.pick(counter.id)
    assert f'href="{counter.url}"' in alice.get(f"/fulfillment/{counter.number}").text


def test_it_stands_on_a_shelf_and_has_a_code(alice, counter):
    counter.stage(alice)
    assert counter.state == "ready_for_pickup"
    pickup = counter.pickup
    assert bytes(pickup.code_hash) == hashlib.sha256(bytes(pickup.nonce) + counter.code.encode()).digest()
    page = alice.get("/pickup").text
    assert "The customer is told" in page
    assert f'action="{counter.url}/staging/undo"' in page


def test_the_code_is_shown_to_nobody_here(alice, waiting):
    for url in ("/pickup", waiting.url, f"{waiting.url}/ticket", f"/pickup/search?q={waiting.number}"):
        assert waiting.code not in alice.get(url).text


def test_a_scanned_sign_names_the_shelf(alice, counter):
    factories.pick(counter.id)
    alice.post(f"{counter.url}/staging", data={"shelf": "shelf-b2"})
    assert counter.db.value("select code from pickup.shelves where id = :id", id=counter.pickup.shelf_id) == "B2"


def test_a_shelf_that_is_not_there_is_told(alice, counter):
    factories.pick(counter.id)
    answer = alice.post(f"{counter.url}/staging", data={"shelf": "Z9"})
    assert answer.status_code == 422
    assert "no shelf Z9" in answer.text
    assert counter.pickup is None


def test_no_shelf_is_told(alice, counter):
    factories.pick(counter.id)
    assert alice.post(f"{counter.url}/staging").status_code == 422
    assert counter.state == "picked"


def test_the_second_tap_is_told(alice, waiting):
    answer = alice.post(f"{waiting.url}/staging", data={"shelf": "B2"})
    assert answer.status_code == 409
    assert waiting.db.value("select count(*) from pickup.pickups") == 1


def test_what_is_not_picked_cannot_stand_there(alice, counter):
    assert alice.post(f"{counter.url}/staging", data={"shelf": "A1"}).status_code == 409
    assert counter.state == "released"


def test_it_can_be_undone(alice, waiting):
    answer = alice.post(f"{waiting.url}/staging/undo")
    assert answer.location == waiting.url
    assert waiting.state == "picked"
    assert waiting.pickup is None


def test_it_can_be_moved(alice, waiting):
    alice.post(f"{waiting.url}/shelf", data={"shelf": "B2"})
    assert waiting.db.value("select code from pickup.shelves where id = :id", id=waiting.pickup.shelf_id) == "B2"


def test_the_ticket_says_where_it_stands(alice, charlie, waiting):
    assert "A1" in alice.get(f"{waiting.url}/ticket").text
    assert charlie.get(f"{waiting.url}/ticket").status_code == 404
