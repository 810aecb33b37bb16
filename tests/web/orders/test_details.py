"""Tags, who looks after an order, and this shop's own fields: on the order page, in the list, in the file."""

import re
from typing import Any

import pytest

from oms.db import call, value
from tests.support.factories import field, line, order_row, place_order


@pytest.fixture
def placed(house: Any) -> Any:
    return place_order(lines=[line(house.sku)], tags=["vip"])


def test_tags_are_put_on_and_taken_off(alice: Any, placed: Any) -> None:
    shown = alice.post(f"/orders/{placed.number}/tags", data={"add": "gift, <b>rush</b>"}, follow_redirects=True).text
    assert order_row(placed.id).tags == ["vip", "gift", "<b>rush</b>"]
    assert "&lt;b&gt;rush&lt;/b&gt;" in shown
    assert "Tagged: " in shown
    alice.post(f"/orders/{placed.number}/tags", data={"remove": "vip"})
    assert order_row(placed.id).tags == ["gift", "<b>rush</b>"]


def test_a_tag_too_long_is_told(alice: Any, placed: Any) -> None:
    answer = alice.post(f"/orders/{placed.number}/tags", data={"add": "x" * 41}, follow_redirects=True)
    assert "at most 40 characters" in answer.text
    assert order_row(placed.id).tags == ["vip"]


def test_the_list_finds_a_tag_and_offers_those_in_use(alice: Any, placed: Any, house: Any) -> None:
    other = place_order(lines=[line(house.sku)])
    found = alice.get("/orders?tag=vip").text
    assert placed.number in found
    assert f"/orders/{other.number}" not in found
    assert '<option value="vip" selected>' in found


def test_many_orders_are_tagged_at_once(alice: Any, placed: Any, house: Any) -> None:
    other = place_order(lines=[line(house.sku)])
    page = alice.get("/orders/tags/new", query_string={"id": [placed.id, other.id]}).text
    assert "Tag 2 orders?" in page
    ids = re.search(r'name="ids"[^>]*value="([^"]*)"', page)
    assert ids
    answer = alice.post("/orders/tags", data={"ids": ids[1], "add": "rush", "remove": "VIP"})
    assert "2 orders are tagged" in answer.text
    assert [order_row(order.id).tags for order in (placed, other)] == [["rush"], ["rush"]]


def test_many_orders_become_somebodys(alice: Any, placed: Any, hire: Any) -> None:
    bea = hire("service", name="Bea Brown")
    answer = alice.post("/orders/assignments", data={"ids": str(placed.id), "person": str(bea)})
    assert "1 order is assigned" in answer.text
    assert order_row(placed.id).assignee_id == bea


def test_mine_is_what_i_look_after(alice: Any, placed: Any, house: Any) -> None:
    other = place_order(lines=[line(house.sku)])
    me = value("select id from auth.people where name = 'Alice Adams'")
    shown = alice.post(f"/orders/{placed.number}/assignment", data={"person": str(me)}, follow_redirects=True).text
    assert "Alice Adams looks after it" in shown
    for address in ("/orders?view=mine", f"/orders?assignee={me}"):
        mine = alice.get(address).text
        assert f"/orders/{placed.number}" in mine
        assert f"/orders/{other.number}" not in mine
    alice.post(f"/orders/{placed.number}/assignment", data={"person": ""})
    assert order_row(placed.id).assignee_id is None


def test_an_order_is_not_given_to_who_does_not_see_it(alice: Any, charlie: Any, placed: Any) -> None:
    charlies = value("select id from auth.people where name = 'Charlie Cole'")
    answer = alice.post(f"/orders/{placed.number}/assignment", data={"person": charlies}, follow_redirects=True)
    assert "Only somebody who sees this order" in answer.text
    assert order_row(placed.id).assignee_id is None


def test_fields_are_edited_each_with_its_control(alice: Any, placed: Any) -> None:
    field("gift", "text", label="Gift message", is_required=True)
    field("wrap", "boolean", label="Wrapped")
    field("color", "choice", label="Color")
    assert "Missing" in alice.get(f"/orders/{placed.number}").text
    form = alice.get(f"/orders/{placed.number}/fields").text
    assert '<option value="blue">' in form
    given = {"gift": "For Dora", "wrap": "false", "color": "blue"}
    shown = alice.post(f"/orders/{placed.number}/fields", data=given, follow_redirects=True).text
    assert order_row(placed.id).fields == {"gift": "For Dora", "wrap": False, "color": "blue"}
    assert "Gift message: For Dora" in shown


def test_what_is_not_of_the_kind_is_told_beside_its_field(alice: Any, placed: Any) -> None:
    field("size", "number", label="Size")
    answer = alice.post(f"/orders/{placed.number}/fields", data={"size": "big"})
    assert answer.status_code == 422
    assert 'aria-describedby="size-mistake"' in answer.text
    assert order_row(placed.id).fields == {}


def test_the_list_and_its_file_know_the_fields(alice: Any, placed: Any, house: Any) -> None:
    field("size", "number", label="Size")
    call("orders.set_fields", p_order_id=placed.id, p_fields={"size": 4})
    place_order(lines=[line(house.sku)], fields={"size": 5})
    assert "Size: 4.0" in alice.get("/orders?field=size&value=4.0").text
    rows = alice.get("/orders/export.csv?field=size&value=4.0").text.splitlines()
    assert rows[0].endswith(",tags,assignee,field.size")
    assert [row.endswith(",vip,,4") for row in rows[1:]] == [True]


def test_settings_make_and_change_fields(alice: Any) -> None:
    made = {"key": "gift", "label": "Gift", "kind": "choice", "choices": "red\n\nblue "}
    assert alice.post("/settings/fields/new", data=made).status_code == 303
    assert value("select choices from orders.fields") == ["red", "blue"]
    again = alice.post("/settings/fields/new", data=made)
    assert (again.status_code, "Another field has this key." in again.text) == (422, True)
    assert re.search(
        r'<textarea[^>]*name="choices"[^>]*>\s*red\nblue<', alice.get("/settings/fields/gift").text.replace("\r", "")
    )
    empty = alice.post("/settings/fields/gift", data={"label": "Gift", "choices": ""})
    assert (empty.status_code, 'aria-describedby="choices-mistake"' in empty.text) == (422, True)
    alice.post("/settings/fields/gift", data={"label": "Gift wrap", "choices": "red", "is_archived": "y"})
    assert "Archived" in alice.get("/settings/fields").text
    assert alice.get("/settings/fields/never").status_code == 404


def test_it_is_not_for_those_at_the_locations(bob: Any, charlie: Any, placed: Any) -> None:
    for person in (bob, charlie):
        for path, data in (("tags", {"add": "x"}), ("assignment", {"person": ""}), ("fields", {})):
            assert person.post(f"/orders/{placed.number}/{path}", data=data).status_code == 403
    assert "vip" in bob.get(f"/orders/{placed.number}").text
