"""Who got a lot, and its recall."""

import pytest

from tests.support import factories


@pytest.fixture
def sold(db, house):
    """Of lot A, which Berlin has four of, one order has received two and another holds one."""
    variant = factories.tracked()
    factories.lots(variant.id, house.berlin, A=4)
    received = factories.place_order(lines=[factories.line(variant.sku, 2)])
    factories.ship(factories.works(received.id)[0].id)
    reserved = factories.place_order(
        lines=[factories.line(variant.sku)], customer={"email": "erik@example.com", "name": "=Erik"}
    )
    lot_id = db.value("select id from inventory.lots")
    return variant, lot_id, received, reserved


def test_it_names_every_order_and_customer(alice, sold):
    _, lot_id, received, reserved = sold
    page = alice.get(f"/stock/lots/{lot_id}").text
    assert f"/orders/{received.number}" in page
    assert "dora@example.com" in page
    assert f"/orders/{reserved.number}" in page
    assert "erik@example.com" in page


def test_whom_to_write_to_is_a_file(alice, sold):
    _, lot_id, received, _ = sold
    told = alice.get(f"/stock/lots/{lot_id}/contacts.csv")
    assert told.mimetype == "text/csv"
    assert f"{received.number},received,2,Berlin warehouse,Dora Buys,dora@example.com" in told.text
    assert "\n=" not in told.text


def test_lots_are_found_by_number_and_sku(alice, sold):
    variant, lot_id, *_ = sold
    for q in ("a", variant.sku.lower(), ""):
        assert f'"/stock/lots/{lot_id}"' in alice.get(f"/stock/lots?q={q}").text
    assert f'"/stock/lots/{lot_id}"' not in alice.get("/stock/lots?q=zzz").text


def test_a_recall_replaces_what_is_reserved(alice, db, house, sold, assert_consistent):
    variant, lot_id, *_ = sold
    factories.lots(variant.id, house.berlin, B=5)
    assert "cannot be undone" in alice.get(f"/stock/lots/{lot_id}/recall/new", htmx=True).text
    assert alice.post(f"/stock/lots/{lot_id}/recall", data={"reason": " "}).status_code == 422
    done = alice.post(f"/stock/lots/{lot_id}/recall", data={"reason": "Glass"})
    assert "1 units replaced" in alice.get(done.location).text
    assert factories.lot_levels(variant.id) == {"A": (2, 0, 2), "B": (5, 1, 0)}
    page = alice.get(f"/stock/lots/{lot_id}").text
    assert "Recalled: Glass" in page
    assert "erik@example.com" not in page
    assert alice.post(f"/stock/lots/{lot_id}/recall", data={"reason": "Glass"}).status_code == 422
    assert_consistent()


def test_what_could_not_be_replaced_is_tried_again(alice, house, sold):
    variant, lot_id, _, reserved = sold
    factories.pick(factories.works(reserved.id)[0].id)
    alice.post(f"/stock/lots/{lot_id}/recall", data={"reason": "Glass"})
    assert "Replace again" in alice.get(f"/stock/lots/{lot_id}").text
    factories.lots(variant.id, house.berlin, B=5)
    alice.post(f"/stock/lots/{lot_id}/replacement")
    assert factories.lot_levels(variant.id) == {"A": (2, 0, 2), "B": (5, 1, 0)}


def test_the_pick_page_says_which_to_take(bob, sold):
    work = factories.works(sold[3].id)[0]
    assert "Take 1 of lot" in bob.get(f"/fulfillment/{work.number}").text


def test_staff_see_lots_of_their_own_place(bob, charlie, sold):
    lot_id = sold[1]
    assert bob.get(f"/stock/lots/{lot_id}").status_code == 200
    assert charlie.get(f"/stock/lots/{lot_id}").status_code == 404
    assert f'"/stock/lots/{lot_id}"' not in charlie.get("/stock/lots").text


def test_not_everybody_recalls(bob, db, sold):
    lot_id = sold[1]
    assert bob.get(f"/stock/lots/{lot_id}/recall/new").status_code == 403
    assert bob.post(f"/stock/lots/{lot_id}/recall", data={"reason": "Glass"}).status_code == 403
    assert db.value("select recalled_at from inventory.lots") is None
