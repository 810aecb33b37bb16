"""invoices.store_document: the first PDF stays."""

import hashlib

import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.fixture
def invoice_id(db):
    work = factories.works(factories.place_order().id)[0]
    factories.ship(work.id)
    return db.call("invoices.issue", p_fulfillment_order_id=work.id)


def store(db, invoice_id, pdf):
    return db.call("invoices.store_document", p_invoice_id=invoice_id, p_pdf=pdf)


def test_it_keeps_the_document_with_its_hash(db, invoice_id):
    assert store(db, invoice_id, b"%PDF first") == hashlib.sha256(b"%PDF first").hexdigest()


def test_it_never_replaces_a_document(db, invoice_id):
    first = store(db, invoice_id, b"%PDF first")
    assert store(db, invoice_id, b"%PDF second") == first
    assert bytes(db.value("select pdf from invoices.documents")) == b"%PDF first"


def test_it_refuses_an_invoice_that_is_not_there(db):
    with pytest.raises(DomainError) as refused:
        store(db, 0, b"%PDF")
    assert refused.value.code == "OM404"
