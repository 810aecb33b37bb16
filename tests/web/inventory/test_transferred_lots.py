"""Milk goes from London to Leeds, and everybody knows which."""

import pytest

from tests.support import factories


@pytest.fixture
def milk(db, shelf):
    """Four of an early lot and four of a late one in London."""
    variant = factories.tracked(has_expiry=True)
    factories.lots(variant.id, shelf.london, LATE=(4, "2100-02-01"), EARLY=(4, "2100-01-01"))
    return variant


class Load:
    """A transfer of five of a SKU, with the addresses of its page."""

    def __init__(self, shelf, variant):
        self.db, self.sku = shelf.db, variant.sku
        ends = {"p_source_id": shelf.london, "p_destination_id": shelf.leeds}
        self.id = self.db.call("inventory.create_transfer", **ends, p_lines=[{"sku": self.sku, "quantity": 5}])
        self.url = f"/transfers/{self.id}"

    def send(self):
        for step in ("ready", "send"):
            self.db.call(f"inventory.{step}_transfer", p_transfer_id=self.id)
        return self

    def line(self, client, **given):
        return client.post(f"{self.url}/lines", data={"code": self.sku, **given}, htmx=True)

    def receive(self, client, **given):
        return client.post(f"{self.url}/receipts", data={"code": self.sku, **given}, htmx=True)

    @property
    def under_way(self):
        found = self.db.rows(
            "select t.code, x.under_way from inventory.transfer_lots as x join inventory.lots as t on t.id = x.lot_id"
            " where x.under_way > 0"
        )
        return {lot.code: lot.under_way for lot in found}


@pytest.fixture
def load(shelf, milk):
    return Load(shelf, milk)


def test_a_draft_offers_its_lots_to_choose_from(bob, load):
    page = bob.get(load.url).text
    assert page.index("EARLY") < page.index("LATE")
    assert "4 free" in page
    page = load.line(bob, lot="LATE", quantity="3").text
    assert "3 chosen by lot" in page
    refused = load.line(bob, quantity="2")
    assert (refused.status_code, "3 are chosen by lot" in refused.text) == (409, True)


def test_a_scanned_lot_goes_along(bob, load):
    load.line(bob, code="late", quantity="1", adds="1")
    load.send()
    assert load.under_way == {"EARLY": 4, "LATE": 1}


def test_more_of_a_lot_than_there_is_is_refused_in_the_bar(bob, load):
    load.line(bob, lot="LATE", quantity="5")
    answer = bob.post(f"{load.url}/steps", data={"step": "ready"}, htmx=True)
    assert answer.status_code == 409
    assert "Of lot LATE, 4 can be sent from here." in answer.text


def test_who_packs_sees_which(bob, load):
    load.db.call("inventory.ready_transfer", p_transfer_id=load.id)
    for page in (bob.get(load.url).text, bob.get(f"{load.url}/note").text):
        assert "EARLY" in page
        assert "LATE" in page
        assert "Jan 1, 2100" in page


def test_who_receives_taps_the_lot(charlie, load):
    load.send()
    page = charlie.get(load.url).text
    assert "Take in 1 of lot EARLY" in page
    assert 'data-tone="good"' in load.receive(charlie, lot="EARLY", quantity="4").text
    assert load.under_way == {"LATE": 1}
    assert "EARLY × 4" in charlie.get(load.url).text
    load.receive(charlie, quantity="1")
    assert load.under_way == {}


def test_who_receives_scans_the_lot(charlie, load):
    load.send()
    load.receive(charlie, code="EARLY")
    assert load.under_way == {"EARLY": 3, "LATE": 1}


def test_which_must_be_said_where_there_is_a_doubt(charlie, load):
    answer = load.send().receive(charlie)
    assert answer.status_code == 422
    assert "scan or choose the lot" in answer.text
    assert load.under_way == {"EARLY": 4, "LATE": 1}


def test_all_of_it_needs_no_more_than_a_tap(charlie, load, milk):
    load.send().receive(charlie, quantity="5")
    assert load.under_way == {}
    assert factories.lot_levels(milk.id)["EARLY"] == (4, 0, 0)


def test_damage_is_of_a_lot(charlie, load, milk):
    load.send().receive(charlie, lot="LATE", quantity="1", outcome="damaged", note="Wet")
    assert factories.lot_levels(milk.id)["LATE"] == (4, 0, 1)
    assert "LATE" in charlie.get(load.url).text


def test_more_than_was_sent_may_be_of_a_new_lot(charlie, load, milk):
    given = {"lot": "NEW", "quantity": "2", "outcome": "surplus"}
    refused = load.send().receive(charlie, **given)
    assert (refused.status_code, "say when lot NEW does" in refused.text) == (422, True)
    load.receive(charlie, **given, expires_on="2100-03-01")
    assert factories.lot_levels(milk.id)["NEW"] == (2, 0, 0)
    assert "NEW" in charlie.get(load.url).text


def test_serial_numbers_are_scanned_on_both_sides(bob, charlie, shelf):
    phone = factories.tracked("serial")
    factories.lots(phone.id, shelf.london, S1=1, S2=1, S3=1, S4=1, S5=1, S6=1)
    load = Load(shelf, phone)
    load.line(bob, code="S6", quantity="1", adds="1")
    load.send()
    assert "S6" in load.under_way
    assert "S5" not in load.under_way
    load.receive(charlie, code="S6")
    assert load.receive(charlie, code="S5").status_code == 422
    assert len(load.under_way) == 4


def test_who_follows_a_lot_sees_where_it_went(alice, charlie, load):
    lot_id = load.db.value("select id from inventory.lots where code = 'EARLY'")
    assert charlie.get(f"/stock/lots/{lot_id}").status_code == 404
    load.send()
    page = charlie.get(f"/stock/lots/{lot_id}").text
    assert load.url in page
    assert "4 on their way" in page
    load.receive(charlie, lot="EARLY", quantity="3", outcome="lost")
    page = alice.get(f"/stock/lots/{lot_id}").text
    assert "1 on their way" in page
    assert "3 lost" in page
