"""The customer's page: one sentence first, nothing that is not theirs, for whoever has the link."""

from typing import Any

import pytest

from oms.db import call
from oms.pickup import codes
from oms.tracking import limits, routes
from oms.web import CUSTOMER_LANGUAGES
from tests.support import factories
from tests.support.pages import check, text_of


def headline(client: Any, address: str) -> str:
    return text_of(check(client.get(address).text).find(".//h1"))


def test_it_needs_no_login(client, link):
    assert client.get(link(factories.place_order())).status_code == 200


def test_it_asks_not_to_be_kept_found_or_told_on(client, link):
    headers = client.get(link(factories.place_order())).headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"].startswith("noindex")
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("token", ["x", "A" * 27, "A" * 400, "%00", "../../orders"])
def test_every_guess_gets_the_same_answer(client, token):
    answer, reference = client.get(f"/t/{token}"), client.get("/t/AAAAAAAAAAAAAAAAAAAAAAAAAAB")
    assert answer.status_code == reference.status_code == 404
    assert "/" in token or answer.text == reference.text


def test_many_guesses_have_to_wait(client, monkeypatch):
    monkeypatch.setattr(routes, "_guesses", limits.Limit(2))
    assert [client.get(f"/t/{guess * 27}").status_code for guess in "abc"] == [404, 404, 429]


def test_many_views_have_to_wait(client, link, monkeypatch):
    monkeypatch.setattr(routes, "_views", limits.Limit(1))
    address = link(factories.place_order())
    assert [client.get(address).status_code for _ in range(2)] == [200, 429]


def test_it_tells_no_more_of_the_customer_than_they_need(client, link):
    order = factories.place_order(customer={"name": "Dora Buys", "email": "dora@example.com", "phone": "+49 30 1234"})
    text = client.get(link(order)).text
    assert "Dora" in text
    assert "Berlin" in text
    assert [secret for secret in ("Buys", "dora@example.com", "Hauptstr", "10115", "1234") if secret in text] == []


def test_it_says_that_it_has_the_order(client, link):
    assert headline(client, link(factories.place_order())) == "We have your order"


def test_it_says_by_which_day_it_comes_until_it_waits_for_stock(client, link):
    order = factories.place_order()
    assert "Arrives by " in client.get(link(order)).text
    call("fulfillment.reject", p_order_id=factories.works(order.id)[0].id, p_reason="closed")
    assert "Arrives by " not in client.get(link(order)).text
    assert "It should be ready on " in client.get(link(factories.place_pickup(factories.store()))).text


def test_it_says_that_it_waits_for_the_payment(client, link):
    assert headline(client, link(factories.place_order(payments=[]))) == "Waiting for your payment"


def test_it_says_that_it_waits_for_stock(client, link):
    sku = factories.product().sku
    factories.location()
    assert headline(client, link(factories.place_order(lines=[factories.line(sku)]))) == "Waiting for stock"


def test_it_keeps_to_itself_why_an_order_is_on_hold(client, link, db):
    order = factories.place_order(payments=[factories.payment(1000)])
    db.call("orders.hold", p_order_id=order.id, p_reason="fraud")
    text = client.get(link(order)).text
    assert "We are checking your order" in text
    assert "fraud" not in text.lower()


def test_it_says_when_it_arrives(client, link, ship, db):
    db.value("select set_config('oms.now', '2026-11-21 12:00+01', true)")
    order = factories.place_order()
    ship(order, "2026-11-24")
    assert headline(client, link(order)) == "Arrives Tue, Nov 24"


def test_it_does_not_promise_a_day_that_has_passed(client, link, ship):
    order = factories.place_order()
    ship(order, "2020-01-01")
    assert headline(client, link(order)) == "On its way to you"


def test_it_follows_a_parcel_only_to_the_web(client, link, ship):
    order = factories.place_order()
    ship(order)
    text = client.get(link(order)).text
    assert "T-1" in text
    assert "javascript:" not in text


def test_it_says_that_it_was_delivered(client, link, db):
    db.value("select set_config('oms.now', '2026-11-24 12:00+01', true)")
    order = factories.place_order()
    factories.deliver(factories.ship(factories.works(order.id)[0].id))
    assert headline(client, link(order)) == "Delivered on Tue, Nov 24"


def test_it_says_that_a_part_has_arrived(client, link):
    berlin, leeds = factories.location(), factories.location()
    sku = factories.stocked(berlin, 1)
    factories.stock(sku, leeds, 1)
    order = factories.place_order(lines=[factories.line(sku, 2)])
    factories.deliver(factories.ship(factories.works(order.id)[0].id))
    assert headline(client, link(order)) == "Part of your order has arrived"


def test_it_shows_the_code_for_a_pickup_but_not_the_shelf(app, client, link, db):
    db.value("select set_config('oms.now', '2026-11-23 12:00+01', true)")
    hours = {"mon": ["09:00", "18:00"], "sat": ["10:00", "16:00"]}
    store = factories.store(name="Mitte", pickup_days=5, hours=hours)
    order = factories.place_pickup(store)
    work = factories.works(order.id)[0]
    factories.pick(work.id)
    db.call("pickup.save_shelf", p_location_id=store, p_code="SHELF-9")
    nonce = codes.new_nonce()
    code = codes.code_of(app.config["SECRET_KEY"], nonce)
    given = {"p_nonce": nonce, "p_code_hash": codes.hash_of(nonce, code)}
    db.call("pickup.stage", p_order_id=work.id, p_shelf="SHELF-9", **given)
    text = client.get(link(order)).text
    assert "Ready at Mitte until Sat, Nov 28, 4:00" in text
    assert code in text
    assert "SHELF-9" not in text


def test_it_says_that_it_was_canceled(client, link, db):
    order = factories.place_order(payments=[])
    db.call("orders.cancel", p_order_id=order.id, p_reason="customer")
    assert headline(client, link(order)) == "Your order is canceled"


def test_it_says_where_the_order_is_to_those_who_do_not_see_colors(client, link):
    page = check(client.get(link(factories.place_order())).text)
    (step,) = [item for item in page.iter("li") if item.attrib.get("aria-current") == "step"]
    assert text_of(step).startswith("Ordered")


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES)
def test_it_speaks_the_customers_language(client, link, language):
    root = check(client.get(link(factories.place_order(language=language))).text)
    assert root.attrib["lang"] == language.replace("_", "-")
    assert root.attrib["dir"] == ("rtl" if language == "ar" else "ltr")


def test_it_can_be_read_in_every_other_language(client, link):
    address = link(factories.place_order(language="de"))
    page = check(client.get(address).text)
    own_names = [text_of(found) for found in page.iter("a") if "hreflang" in found.attrib]
    assert [own_names[0], own_names[1], own_names[-1]] == ["English", "Deutsch", "日本語"]
    assert check(client.get(f"{address}?lang=ja").text).attrib["lang"] == "ja"


def test_it_is_small_and_needs_no_script(client, link, ship):
    order = factories.place_order()
    ship(order)
    page = client.get(link(order))
    assert "<script" not in page.text
    root = check(page.text)
    styles = [element.attrib["href"] for element in root.iter("link")]
    sizes = [len(client.get(address, headers={"Accept-Encoding": "gzip"}).data) for address in styles]
    assert len(page.data) + sum(sizes) < 60_000


def test_what_customers_wrote_stays_text(client, link):
    sku = factories.stocked(factories.location())
    order = factories.place_order(
        name="<b>1</b>",
        lines=[factories.line(sku, title="<img src=x onerror=alert(1)>")],
        customer={"name": "<i>Eve</i>"},
    )
    text = client.get(link(order)).text
    assert [tag for tag in ("<img src=x", "<b>1", "<i>Eve") if tag in text] == []
