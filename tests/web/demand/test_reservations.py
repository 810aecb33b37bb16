from tests.support import factories


def test_it_shows_the_sum_and_who_it_is_for(alice, shelf):
    page = alice.get(f"{shelf.in_london}/reservations").text
    assert "Why 7 available?" in page
    assert f"/orders/{shelf.order.number}" in page


def test_it_opens_in_a_dialog(alice, shelf):
    assert alice.get(f"{shelf.in_london}/reservations", htmx=True).text.lstrip().startswith('<dialog class="dialog"')


def test_it_is_for_those_who_work_there(bob, charlie, shelf):
    assert bob.get(f"{shelf.in_london}/reservations").status_code == 200
    assert charlie.get(f"{shelf.in_london}/reservations").status_code == 404


def test_it_says_when_nothing_is_reserved(alice, shelf):
    assert "No order has any of it" in alice.get(f"{shelf.url}/{shelf.leeds}/reservations").text


def test_it_shows_who_waits(alice, shelf):
    waiting = factories.place_order(lines=[factories.line("MUG", 40)], source_location_ids=[shelf.london])
    assert f"/orders/{waiting.number}" in alice.get(f"{shelf.url}/waiting").text
    assert alice.get(f"{shelf.url}/waiting", htmx=True).text.startswith('<div id="waiting"')


def test_it_knows_no_other_sku(alice, shelf):
    assert alice.get(f"/stock/99999/{shelf.london}/reservations").status_code == 404
    assert alice.get("/stock/99999/waiting").status_code == 404


def test_it_asks_who_you_are(client, shelf):
    assert client.get(f"{shelf.in_london}/reservations").status_code == 303
    assert client.get(f"{shelf.url}/waiting").status_code == 303
