import csv
import io
import re

import pytest

from tests.support import factories


def test_it_shows_what_is_available_where(alice, shelf):
    page = alice.get("/stock").text
    assert "MUG" in page
    assert "London" in page
    assert "Leeds" in page
    assert "10 on hand" in page
    assert "3 reserved" in page


def test_it_is_right_the_moment_an_order_lands(alice, shelf):
    factories.place_order(lines=[factories.line("MUG", 5)], source_location_ids=[shelf.london])
    assert "8 reserved" in alice.get("/stock").text


def test_it_shows_staff_their_own_location_alone(bob, shelf):
    page = bob.get("/stock").text
    assert "MUG" in page
    assert "Leeds" not in page


def test_it_shows_staff_without_a_location_nothing(log_in, shelf):
    page = log_in("store").get("/stock").text
    assert "on hand" not in page
    assert "London" not in page


@pytest.mark.parametrize("query", ["q=mug", "q=Product+M", "q=4006381333931", "location={london}", "category="])
def test_it_finds(alice, shelf, query):
    assert "MUG" in alice.get("/stock?" + query.format(london=shelf.london)).text


@pytest.mark.parametrize("query", ["q=plate", "category=Shoes", "shows=out", "shows=low", "q=%25", "q=_UG", "q=%5C"])
def test_it_leaves_out(alice, shelf, query):
    page = alice.get(f"/stock?{query}").text
    assert not re.search(r'href="/stock/\d', page)


def test_it_shows_what_runs_low_and_what_is_sold_out(alice, shelf, db):
    db.call(
        "inventory.set_terms",
        p_variant_id=shelf.variant.id,
        p_location_id=shelf.leeds,
        p_safety=2,
        p_bin="",
    )
    assert "MUG" in alice.get("/stock?shows=low").text
    db.call(
        "inventory.set_terms",
        p_variant_id=shelf.variant.id,
        p_location_id=shelf.leeds,
        p_safety=4,
        p_bin="",
    )
    assert "MUG" in alice.get("/stock?shows=out").text
    assert "MUG" not in alice.get(f"/stock?shows=out&location={shelf.london}").text


@pytest.mark.parametrize("code", ["MUG", "mug", "4006381333931", "04006381333931"])
def test_it_opens_what_is_scanned(alice, shelf, code):
    assert alice.get(f"/stock?go=1&q={code}").location == shelf.url


def test_it_lists_what_a_word_finds_when_it_names_none(alice, shelf):
    assert alice.get("/stock?go=1&q=Product").status_code == 200


@pytest.mark.parametrize("query", ["location=abc", "location=99999999999", "shows=nothing", "after=zzz", "q=%00"])
def test_it_takes_any_address(alice, shelf, query):
    assert alice.get(f"/stock?{query}").status_code == 200


def test_it_turns_pages(alice, shelf, db):
    for number in range(55):
        factories.product(f"SKU-{number:03}A")
    first = alice.get("/stock").text
    assert 'href="/stock?after=' in first
    assert 'href="/stock?before=' not in first
    last = alice.get("/stock?after=SKU-048A").text
    assert "SKU-054A" in last
    assert 'href="/stock?before=' in last
    assert 'href="/stock?after=' not in last
    assert "SKU-000A" in alice.get("/stock?before=SKU-049A").text


def test_it_answers_htmx_with_the_results_alone(alice, shelf):
    part = alice.get("/stock?q=mug", htmx=True)
    assert part.text.startswith('<div class="stack" id="results"')
    assert "HX-Request" in part.headers["Vary"]


def test_it_tells_a_new_shop_what_to_do(log_in):
    assert "No products yet" in log_in("owner").get("/stock").text


def test_it_exports_what_is_shown(alice, shelf):
    answer = alice.get(f"/stock/export?location={shelf.london}")
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer.mimetype == "text/csv"
    assert [(row["sku"], row["location"], row["on_hand"], row["reserved"], row["available"]) for row in rows] == [
        ("MUG", "LONDON", "10", "3", "7")
    ]


def test_it_exports_no_formula(alice, shelf, db):
    db.call(
        "inventory.set_terms",
        p_variant_id=shelf.variant.id,
        p_location_id=shelf.london,
        p_safety=0,
        p_bin="=1+1",
    )
    assert "'=1+1" in alice.get("/stock/export").text


def test_it_exports_to_staff_their_own_location_alone(bob, shelf):
    assert "LEEDS" not in bob.get("/stock/export").text


def test_it_asks_who_you_are(client):
    assert client.get("/stock").status_code == 303
    assert client.get("/stock/export").status_code == 303
