"""The customer's invoice, behind the same link, and nobody else's."""

from typing import Any

from tests.support import factories


def issue(db: Any, order: Any) -> int:
    work = factories.works(order.id)[0]
    factories.ship(work.id)
    return int(db.call("invoices.issue", p_fulfillment_order_id=work.id))


def test_it_is_there(client, link, db, printed):
    order = factories.place_order()
    address = f"{link(order)}/invoices/{issue(db, order)}.pdf"
    assert address in client.get(link(order)).text
    assert client.get(address).data == b"%PDF 1"


def test_it_is_not_that_of_another_order(client, link, db, printed):
    mine, other = factories.place_order(), factories.place_order()
    invoice_id = issue(db, other)
    assert client.get(f"{link(mine)}/invoices/{invoice_id}.pdf").status_code == 404
    assert printed == []
