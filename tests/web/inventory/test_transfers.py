"""Mugs go from London to Leeds, and everybody does their part on one page."""

import pytest

from tests.support import factories


class Journey:
    """A transfer of five mugs, with the addresses of its page."""

    def __init__(self, shelf):
        self.db = shelf.db
        ends = {"p_source_id": shelf.london, "p_destination_id": shelf.leeds}
        self.id = self.db.call("inventory.create_transfer", **ends, p_lines=[{"sku": "MUG", "quantity": 5}])
        self.url = f"/transfers/{self.id}"

    def send(self):
        for step in ("ready", "send"):
            self.db.call(f"inventory.{step}_transfer", p_transfer_id=self.id)
        return self

    @property
    def now(self):
        return self.db.row("select * from inventory.transfers where id = :id", id=self.id)

    @property
    def line(self):
        return self.db.row("select * from inventory.transfer_lines where transfer_id = :id", id=self.id)

    def step(self, client, name, **given):
        return client.post(f"{self.url}/steps", data={"step": name, "version": self.now.version, **given}, htmx=True)

    def receive(self, client, **given):
        return client.post(f"{self.url}/receipts", data={"code": "MUG", **given}, htmx=True)


@pytest.fixture
def journey(shelf):
    return Journey(shelf)


def test_a_transfer_begins_as_a_draft(bob, shelf, db):
    answer = bob.post("/transfers/new", data={"source": shelf.london, "destination": shelf.leeds, "note": "Refill"})
    made = db.row("select * from inventory.transfers")
    assert answer.location == f"/transfers/{made.id}"
    assert (made.state, made.note, made.created_by) == ("draft", "Refill", "Bob Brown")


@pytest.mark.parametrize("given", [{"source": "1", "destination": "99999"}, {}])
def test_it_says_what_is_wrong_beside_its_field(bob, given):
    assert bob.post("/transfers/new", data=given).status_code == 422


def test_it_goes_to_another_place(bob, shelf):
    answer = bob.post("/transfers/new", data={"source": shelf.london, "destination": shelf.london})
    assert answer.status_code == 422
    assert "two different locations" in answer.text


def test_a_draft_is_filled_by_scanning_and_typing(bob, journey):
    bob.post(f"{journey.url}/lines", data={"code": "4006381333931", "quantity": "1", "adds": "1"}, htmx=True)
    assert journey.line.quantity == 6
    bob.post(f"{journey.url}/lines", data={"code": "mug", "quantity": "4"})
    assert journey.line.quantity == 4


def test_what_nobody_knows_is_refused_in_the_bar(bob, journey):
    answer = bob.post(f"{journey.url}/lines", data={"code": "NO-SUCH", "quantity": "1"}, htmx=True)
    assert answer.status_code == 422
    assert 'data-tone="bad"' in answer.text
    assert "There is no SKU or barcode NO-SUCH." in answer.text


def test_it_is_sent_here_and_received_there(bob, charlie, journey, shelf):
    assert "reserved" in journey.step(bob, "ready").text
    assert shelf.level()[:2] == (10, 8)
    journey.step(bob, "send")
    assert shelf.level()[:2] == (5, 3)
    answer = journey.receive(charlie, quantity="2")
    assert 'data-tone="good"' in answer.text
    assert "/receipts/" in answer.text
    journey.receive(charlie, quantity="3")
    assert journey.now.state == "received"
    assert shelf.level(shelf.leeds).on_hand == 9


def test_a_scan_takes_in_one(charlie, journey):
    journey.send().receive(charlie, code="4006381333931")
    assert journey.line.received == 1


def test_damage_is_written_down_with_a_note(charlie, journey, shelf):
    journey.send().receive(charlie, quantity="1", outcome="damaged", note="Wet")
    assert shelf.level(shelf.leeds).unavailable == 1
    assert "Wet" in charlie.get(journey.url).text


def test_what_is_said_can_be_undone(charlie, journey):
    undo = journey.send().receive(charlie, quantity="2").text.split('action="/transfers')[1].split('"')[0]
    of_another = undo.replace(str(journey.url).rpartition("/")[2], "2147483648", 1)
    assert charlie.post(f"/transfers{of_another}").status_code == 404
    assert charlie.post(f"/transfers{undo}").status_code == 303
    assert journey.now.state == "in_transit"


def test_it_is_closed_short_with_a_reason(charlie, journey):
    journey.send().receive(charlie, quantity="4")
    seen = {"version": journey.now.version}
    assert charlie.post(f"{journey.url}/closing", data=seen).status_code == 422
    charlie.post(f"{journey.url}/closing", data={**seen, "reason": "Fell off the truck"})
    assert (journey.now.state, journey.line.lost) == ("received", 1)


def test_more_than_was_sent_is_refused_with_the_way_out(charlie, journey):
    answer = journey.send().receive(charlie, quantity="6")
    assert answer.status_code == 409
    assert "book the rest as surplus" in answer.text


def test_somebody_else_was_faster(bob, journey):
    answer = journey.step(bob, "ready", version="0")
    assert answer.status_code == 409
    assert "Somebody changed this meanwhile" in answer.text
    assert journey.now.state == "draft"


def test_each_does_what_is_theirs(bob, charlie, journey):
    assert journey.step(charlie, "ready").status_code == 403
    journey.send()
    assert journey.receive(bob, quantity="1").status_code == 403


def test_sending_can_be_undone(bob, journey):
    journey.send()
    assert journey.step(bob, "unsend").status_code == 200
    assert journey.now.state == "ready"


def test_it_is_given_up(bob, journey):
    journey.step(bob, "cancel")
    assert "Nothing was sent" in bob.get(journey.url).text


def test_a_step_that_nobody_knows(bob, journey):
    assert journey.step(bob, "eat").status_code == 422


@pytest.mark.parametrize("tab", ["under-way", "to-send", "done", "nonsense"])
def test_lists_show_what_is_on_them(bob, journey, tab):
    page = bob.get(f"/transfers?tab={tab}").text
    assert (journey.url in page) == (tab == "to-send")


def test_the_list_can_be_of_one_place(alice, journey, shelf):
    assert journey.url in alice.get(f"/transfers?tab=to-send&location={shelf.leeds}").text
    elsewhere = factories.store("YORK")
    assert journey.url not in alice.get(f"/transfers?tab=to-send&location={elsewhere}").text


def test_the_note_travels_with_the_goods(bob, journey):
    page = bob.get(f"{journey.url}/note").text
    assert "MUG" in page
    assert "London" in page
    assert "Leeds" in page


def test_every_state_has_its_page(bob, charlie, alice, log_in, journey):
    for step in ("ready", "send"):
        for client in (bob, charlie, alice, log_in("service")):
            assert client.get(journey.url).status_code == 200
            assert client.get(journey.url, htmx=True).status_code == 200
        journey.step(bob, step)
    for quantity in ("2", "3"):
        journey.receive(charlie, quantity=quantity)
        assert "What became of it" in charlie.get(journey.url).text


def test_the_ledger_leads_to_it(bob, journey, shelf):
    journey.send()
    assert f'href="{journey.url}"' in bob.get(shelf.url).text


def test_it_is_nobodys_elsewhere(log_in, journey):
    eve = log_in("store", locations=[factories.store("YORK")])
    assert eve.get(journey.url).status_code == 404
    assert eve.get(f"{journey.url}/note").status_code == 404
    assert journey.url not in eve.get("/transfers?tab=to-send").text
    assert journey.step(eve, "cancel").status_code == 404
