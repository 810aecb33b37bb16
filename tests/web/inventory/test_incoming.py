"""Expected deliveries: announced, received in parts, moved, closed."""

import pytest

from tests.support import factories
from tests.support.incoming import expect, in_days, line_of

NEW = "/stock/incoming/new"


@pytest.fixture
def delivery(shelf):
    return expect(shelf.london, 7, MUG=24)


def form(shelf, **given):
    made = {"reference": "PO-9", "supplier": "Mills", "location_id": str(shelf.london), "lines": "MUG 24\n\nCUP\t3"}
    return {**made, "expected_on": in_days(7).isoformat(), **given}


def url(delivery, what=""):
    return f"/stock/incoming/{delivery}{what}"


def test_it_is_announced(db, bob, shelf):
    factories.product("CUP")
    answer = bob.post(NEW, data=form(shelf))
    assert answer.status_code == 303
    assert db.rows("select quantity from inventory.incoming_lines order by id") == [(24,), (3,)]
    page = bob.get(answer.location).text
    assert "PO-9" in page
    assert "Mills" in page


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"lines": "MUG"}, "not: MUG"),
        ({"lines": "MUG 0"}, "not: MUG 0"),
        ({"lines": "NOTHING 4"}, "no SKU NOTHING"),
        ({"lines": ""}, "Please fill this in"),
        ({"reference": ""}, "Please fill this in"),
        ({"expected_on": "soon"}, "Not a valid date"),
    ],
)
def test_it_says_what_is_wrong_beside_the_field(bob, shelf, given, says):
    answer = bob.post(NEW, data=form(shelf, **given))
    assert answer.status_code == 422
    assert says in answer.text


def test_it_is_announced_once(bob, shelf):
    given = form(shelf, lines="MUG 1")
    assert bob.post(NEW, data=given).status_code == 303
    assert "expected here already" in bob.post(NEW, data=given).text


def test_the_list_is_by_day_and_marks_what_is_late(alice, shelf, delivery):
    late = expect(shelf.leeds, -2, MUG=5)
    page = alice.get("/stock/incoming").text
    assert page.index(url(late)) < page.index(url(delivery))
    assert "Late" in page
    assert url(delivery) not in alice.get("/stock/incoming?view=late").text
    assert url(delivery) not in alice.get("/stock/incoming?view=done").text


def test_the_form_proposes_all_that_is_still_to_come(bob, delivery):
    assert 'value="24"' in bob.get(url(delivery)).text


def test_it_is_received_in_parts(bob, shelf, delivery):
    line_id = line_of(delivery).id
    for quantity in (10, 14):
        answer = bob.post(url(delivery, "/receipts"), data={f"line_{line_id}": str(quantity)})
        assert (answer.status_code, answer.location) == (303, url(delivery))
    assert shelf.level().on_hand == 34
    assert 'value="0"' not in bob.get(url(delivery)).text


def test_the_same_form_twice_is_one_receipt(bob, shelf, delivery):
    given = {f"line_{line_of(delivery).id}": "10", "once": "form-1"}
    for _ in range(2):
        assert bob.post(url(delivery, "/receipts"), data=given).status_code == 303
    assert shelf.level().on_hand == 20


@pytest.mark.parametrize("quantity", ["", "0", "-1", "many"])
def test_a_receipt_of_nothing_is_refused(bob, shelf, delivery, quantity):
    answer = bob.post(url(delivery, "/receipts"), data={f"line_{line_of(delivery).id}": quantity})
    assert answer.status_code == 422
    assert shelf.level().on_hand == 10


def test_it_comes_on_another_day(db, bob, delivery):
    day = in_days(12)
    given = {"expected_on": day.isoformat(), "reason": "The ship is late"}
    assert bob.post(url(delivery, "/schedule"), data=given).status_code == 303
    assert db.value("select expected_on from inventory.incoming") == day
    assert "The ship is late" in bob.get(url(delivery)).text


@pytest.mark.parametrize("given", [{"expected_on": "", "reason": "late"}, {"expected_on": "2030-01-01", "reason": ""}])
def test_it_asks_when_and_why(bob, delivery, given):
    assert bob.post(url(delivery, "/schedule"), data=given).status_code == 422


def test_the_rest_is_closed(db, bob, delivery):
    assert bob.post(url(delivery, "/closure"), data={"closure-reason": "Out of print"}).status_code == 303
    assert line_of(delivery).closed == 24
    page = bob.get(url(delivery)).text
    assert "Out of print" in page
    assert "Expect no more" not in page
    assert bob.post(url(delivery, "/closure"), data={"closure-reason": ""}).status_code == 422


def test_it_is_for_those_who_work_there(charlie, log_in, delivery):
    assert charlie.get(url(delivery)).status_code == 404
    assert url(delivery) not in charlie.get("/stock/incoming").text
    for what in ("/receipts", "/schedule", "/closure"):
        assert charlie.post(url(delivery, what), data={}).status_code == 404
    service = log_in("service")
    assert "Here now" not in service.get(url(delivery)).text
    assert service.post(url(delivery, "/closure"), data={"closure-reason": "x"}).status_code == 403


def test_it_knows_no_other_delivery(alice):
    assert alice.get(url(99999)).status_code == 404


def test_a_lot_is_received_with_its_expiry(bob, shelf):
    milk = factories.tracked(has_expiry=True)
    delivery = expect(shelf.london, 7, **{milk.sku: 5})
    assert "Expires on" in bob.get(url(delivery)).text
    number = line_of(delivery).id
    given = {f"line_{number}": "3", "once": "a"}
    refused = bob.post(url(delivery, "/receipts"), data=given)
    assert (refused.status_code, "number of the lot" in refused.text) == (422, True)
    given[f"lot_{number}"] = "A"
    refused = bob.post(url(delivery, "/receipts"), data=given)
    assert (refused.status_code, "say when lot A does" in refused.text) == (422, True)
    assert bob.post(url(delivery, "/receipts"), data={**given, f"expires_{number}": "2100-01-01"}).status_code == 303
    assert bob.post(url(delivery, "/receipts"), data={**given, "once": "b"}).status_code == 303  # its expiry is known
    assert factories.lot_levels(milk.id) == {"A": (6, 0, 0)}
    assert line_of(delivery).open == 0


def test_serial_numbers_are_received_one_in_each_line(bob, shelf):
    phones = factories.tracked("serial")
    delivery = expect(shelf.london, 7, **{phones.sku: 3, "MUG": 2})
    numbers = dict(_lines(shelf.db, delivery))
    assert "Serial numbers" in bob.get(url(delivery)).text
    given = {f"serials_{numbers[phones.sku]}": "S1\r\nS2", f"line_{numbers['MUG']}": ""}
    assert bob.post(url(delivery, "/receipts"), data={**given, "once": "a"}).status_code == 303
    assert factories.lot_levels(phones.id) == {"S1": (1, 0, 0), "S2": (1, 0, 0)}
    again = bob.post(url(delivery, "/receipts"), data={**given, "once": "b"})
    assert (again.status_code, "in stock already" in again.text) == (422, True)


def test_other_lines_need_no_lot(bob, shelf):
    milk = factories.tracked()
    delivery = expect(shelf.london, 7, **{milk.sku: 5, "MUG": 2})
    numbers = dict(_lines(shelf.db, delivery))
    given = {f"line_{numbers[milk.sku]}": "", f"line_{numbers['MUG']}": "2"}
    assert bob.post(url(delivery, "/receipts"), data=given).status_code == 303
    assert shelf.level().on_hand == 12


def _lines(db, delivery):
    found = db.rows(
        "select v.sku, n.id from inventory.incoming_lines as n join catalog.variants as v on v.id = n.variant_id"
        " where n.incoming_id = :id",
        id=delivery,
    )
    return [tuple(line) for line in found]
