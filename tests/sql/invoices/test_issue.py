"""invoices.issue: what was delivered is invoiced once, to the cent, under the next number."""

from datetime import date
from typing import Any

import pytest

from oms.db import Actor, DomainError, acting_as, call
from tests.support import factories
from tests.support.factories import line
from tests.support.tasks import later

VAT = {"name": "VAT", "rate": 0.19}


def issue(work: Any) -> Any:
    return call("invoices.issue", p_fulfillment_order_id=work.id)


def shipped(**given: Any) -> Any:
    """An order that has been shipped as one; its fulfillment order."""
    work = factories.works(factories.place_order(**given).id)[0]
    factories.ship(work.id)
    return work


def invoice(db: Any, invoice_id: int) -> Any:
    return db.row("select * from invoices.invoices where id = :id", id=invoice_id)


def test_it_invoices_what_was_shipped(db):
    place = factories.location()
    sku = factories.stocked(place)
    made = invoice(db, issue(shipped(lines=[line(sku, 2, taxes=[{**VAT, "amount_minor": 319}])])))
    assert (made.net_minor, made.tax_minor, made.total_minor) == (1681, 319, 2000)
    (found,) = db.rows("select * from invoices.lines where invoice_id = :id", id=made.id)
    assert (found.sku, found.quantity, found.unit_price_minor, found.amount_minor) == (sku, 2, 1000, 2000)
    (tax,) = db.rows("select * from invoices.taxes where invoice_id = :id", id=made.id)
    assert (tax.base_minor, tax.amount_minor) == (1681, 319)


def test_it_adds_tax_to_prices_without_it(db):
    sku = factories.stocked(factories.location())
    made = invoice(db, issue(shipped(tax_included=False, lines=[line(sku, 2, taxes=[{**VAT, "amount_minor": 380}])])))
    assert (made.net_minor, made.tax_minor, made.total_minor) == (2000, 380, 2380)


def test_it_numbers_without_a_gap(db):
    db.value("select set_config('oms.now', '2031-05-04 12:00+02', true)")
    first, second = (invoice(db, issue(shipped())) for _ in range(2))
    assert [first.number, second.number] == ["INV-2031-000001", "INV-2031-000002"]
    assert first.issued_on == date(2031, 5, 4)


def test_it_takes_no_number_when_it_fails(db):
    before = db.rows("select * from invoices.counters")
    with pytest.raises(DomainError):
        db.call("invoices.issue", p_fulfillment_order_id=0)
    assert db.rows("select * from invoices.counters") == before


def test_it_begins_anew_with_the_year_at_the_companys_seat(db):
    db.value("select set_config('oms.now', '2031-12-31 23:30+00', true)")  # 2032 in Berlin
    assert invoice(db, issue(shipped())).number == "INV-2032-000001"


def test_it_issues_the_same_invoice_when_asked_again(db):
    work = shipped()
    assert issue(work) == issue(work)


def test_it_sums_part_deliveries_to_the_cent(db):
    berlin, leeds = factories.location(), factories.location()
    sku = factories.stocked(berlin, 1)
    factories.stock(sku, leeds, 2)
    charges = [{"kind": "shipping", "title": "Post", "amount_minor": 490, "taxes": [{**VAT, "amount_minor": 78}]}]
    lines = [line(sku, 3, taxes=[{**VAT, "amount_minor": 463}], discount_minor=100)]
    order = factories.place_order(lines=lines, charges=charges)
    works = factories.works(order.id)
    for work in works:
        factories.ship(work.id)
    made = [invoice(db, issue(work)) for work in works]
    assert len(made) == 2
    assert sum(part.total_minor for part in made) == order.total_minor == 3390
    assert sum(part.tax_minor for part in made) == order.tax_minor == 541


def test_it_charges_for_shipping_once_with_the_first_delivery(db):
    berlin, leeds = factories.location(), factories.location()
    sku = factories.stocked(berlin, 1)
    factories.stock(sku, leeds, 1)
    charges = [{"kind": "shipping", "title": "Post", "amount_minor": 490}]
    order = factories.place_order(lines=[line(sku, 2)], charges=charges)
    ids = []
    for work in factories.works(order.id):
        factories.ship(work.id)
        ids.append(issue(work))
    charged = db.rows("select invoice_id from invoices.lines where charge_id is not null")
    assert [found.invoice_id for found in charged] == ids[:1]


def test_it_invoices_what_needs_no_delivery_with_the_first_delivery(db):
    sku = factories.stocked(factories.location())
    gift = {"title": "Gift wrap", "quantity": 1, "unit_price_minor": 300}
    made = issue(shipped(lines=[line(sku), gift]))
    titles = db.rows("select title from invoices.lines where invoice_id = :id order by position", id=made)
    assert [found.title for found in titles] == [f"Product {sku}", "Gift wrap"]


def test_it_does_not_invoice_what_was_not_delivered(db):
    work = factories.works(factories.place_order().id)[0]
    assert issue(work) is None
    assert db.value("select count(*) from invoices.invoices") == 0


def test_it_waits_until_a_hand_over_can_no_longer_be_undone(db):
    store = factories.store()
    work = factories.works(factories.place_pickup(store).id)[0]
    factories.pick(work.id)
    db.call("pickup.save_shelf", p_location_id=store, p_code="A1")
    pickup_id = db.call("pickup.stage", p_order_id=work.id, p_shelf="A1", p_nonce=b"n", p_code_hash=b"h")
    db.call("pickup.hand_over", p_pickup_id=pickup_id, p_proof="id", p_code_hash=None, p_collected_by="Dora")
    assert issue(work) is None
    later(seconds=31)
    assert issue(work) is not None


def test_it_is_asked_for_when_something_is_shipped(db):
    work = shipped()
    task = db.row("select kind, args from tasks.tasks where kind = 'invoices.issue'")
    assert task.args == {"fulfillment_order_id": work.id}


def test_it_keeps_the_seller_as_it_was(db):
    made = issue(shipped())
    shop = db.row("select * from db.shop")._asdict()
    db.call("db.save_shop", p_shop={**shop, "legal_name": "Renamed Ltd"})
    assert invoice(db, made).seller["legal_name"] != "Renamed Ltd"


def test_it_cannot_be_changed_afterwards(owner, db):
    issue(shipped())
    with pytest.raises(Exception, match="append-only"):
        owner("update invoices.invoices set total_minor = 0, net_minor = 0, tax_minor = 0")


def test_it_is_seen_only_where_it_left(db):
    work = shipped()
    issue(work)
    elsewhere = factories.location()
    with acting_as(Actor("person", 2, "Charlie", (elsewhere,))):
        assert db.rows("select id from invoices.invoices") == []
    with acting_as(Actor("person", 1, "Bob", (work.location_id,))):
        assert len(db.rows("select id from invoices.invoices")) == 1
