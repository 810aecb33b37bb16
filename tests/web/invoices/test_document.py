"""An invoice's document: printed once, the same bytes for ever."""

import hashlib
from typing import Any

import pytest

from tests.support import factories


@pytest.fixture
def invoice(db: Any) -> Any:
    work = factories.works(factories.place_order().id)[0]
    factories.ship(work.id)
    invoice_id = db.call("invoices.issue", p_fulfillment_order_id=work.id)
    return db.row("select * from invoices.invoices where id = :id", id=invoice_id)


def test_it_is_printed_when_it_is_first_opened(log_in, invoice, printed):
    client = log_in("owner")
    answers = [client.get(f"/invoices/{invoice.id}.pdf") for _ in range(2)]
    assert [answer.data for answer in answers] == [b"%PDF 1", b"%PDF 1"]
    assert answers[0].mimetype == "application/pdf"
    assert f'filename="{invoice.number}.pdf"' in answers[0].headers["Content-Disposition"]
    assert len(printed) == 1


def test_it_is_known_by_its_hash(log_in, invoice, printed):
    client = log_in("owner")
    etag = client.get(f"/invoices/{invoice.id}.pdf").headers["ETag"]
    assert etag == f'"{hashlib.sha256(b"%PDF 1").hexdigest()}"'
    assert client.get(f"/invoices/{invoice.id}.pdf", headers={"If-None-Match": etag}).status_code == 304


def test_it_is_not_there_for_another_number(log_in, invoice, printed):
    assert log_in("owner").get("/invoices/0.pdf").status_code == 404


@pytest.mark.parametrize("role", ["warehouse", "store"])
def test_it_is_not_for_everybody(log_in, invoice, role):
    assert log_in(role).get(f"/invoices/{invoice.id}.pdf").status_code == 403
