import pytest

from tests.support import factories


def test_it_shows_the_levels_and_the_ledger(alice, shelf):
    page = alice.get(shelf.url).text
    assert "London" in page
    assert "Leeds" in page
    assert "Received" in page
    assert "4006381333931" in page


def test_it_names_the_order_a_movement_was_for(alice, shelf):
    factories.ship(factories.works(shelf.order.id)[0].id)
    page = alice.get(shelf.url).text
    assert f"/orders/{shelf.order.number}" in page


def test_it_names_the_order_where_something_was_not_found(alice, shelf, db):
    work = factories.works(shelf.order.id)[0]
    line_id = db.value("select id from fulfillment.lines where order_id = :id", id=work.id)
    db.call("fulfillment.short", p_line_id=line_id, p_quantity=1)
    page = alice.get(shelf.url).text
    assert "Not found" in page
    assert f"/orders/{shelf.order.number}" in page


def test_it_shows_staff_their_own_location_alone(charlie, shelf):
    page = charlie.get(shelf.url).text
    assert "Leeds" in page
    assert "London" not in page
    assert "+10" not in page


def test_it_turns_the_pages_of_the_ledger(alice, shelf, db):
    for _ in range(30):
        db.call("inventory.receive", p_variant_id=shelf.variant.id, p_location_id=shelf.london, p_quantity=1)
    page = alice.get(f"{shelf.url}/movements").text
    assert "before=" in page
    older = page.split("before=")[1].split('"')[0]
    assert alice.get(f"{shelf.url}/movements?before={older}").text.count("Received") >= 7


def test_it_shows_the_levels_alone_to_htmx(alice, shelf):
    part = alice.get(shelf.url, htmx=True).text
    assert part.startswith('<div id="levels" class="stack"')
    assert "Ledger" not in part


@pytest.mark.parametrize("path", ["", "/movements"])
def test_it_knows_no_other_sku(alice, path):
    assert alice.get(f"/stock/999999{path}").status_code == 404


def test_it_lets_those_only_look_who_may_only_look(log_in, shelf):
    page = log_in("service").get(shelf.url).text
    assert "Receive" not in page.replace("Received", "")


def test_it_shows_of_a_kit_what_its_parts_make_up(alice, shelf):
    kit = factories.kit({"MUG": 3}, "MUGS")
    page = alice.get(f"/stock/{kit.id}").text
    assert "A kit has no stock of its own" in page
    assert "All locations together" in page
    assert "Receive" not in page
    assert "Ledger" not in page
    assert "MUGS" in alice.get(f"/stock/{kit.id}/kit").text


def test_it_lists_a_kit_with_what_is_available(alice, shelf):
    factories.kit({"MUG": 3}, "MUGS")
    assert "kit" in alice.get("/stock?q=MUGS").text
