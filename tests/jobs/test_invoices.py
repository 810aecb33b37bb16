"""Jobs of invoices: what is shipped is invoiced, and what is invoiced is printed, once."""

from typing import Any

import pytest

from jobs import invoices
from jobs.run import run_due
from tests.support import factories
from tests.support.tasks import later


@pytest.fixture(autouse=True)
def _in_app(app: Any) -> Any:
    with app.app_context():
        yield


def shipped() -> Any:
    work = factories.works(factories.place_order().id)[0]
    factories.ship(work.id)
    return work


def test_what_is_shipped_is_invoiced_and_printed(db: Any, printed: list[str]) -> None:
    shipped()
    run_due()
    assert len(printed) == 1
    assert bytes(db.value("select pdf from invoices.documents")) == b"%PDF 1"


def test_what_is_collected_is_invoiced_when_it_can_no_longer_be_undone(db: Any, printed: list[str]) -> None:
    store = factories.store()
    work = factories.works(factories.place_pickup(store).id)[0]
    db.call("pickup.save_shelf", p_location_id=store, p_code="A1")
    factories.pick(work.id)
    pickup_id = db.call("pickup.stage", p_order_id=work.id, p_shelf="A1", p_nonce=b"n", p_code_hash=b"h")
    db.call("pickup.hand_over", p_pickup_id=pickup_id, p_proof="id", p_code_hash=None, p_collected_by="Dora")
    run_due()
    assert printed == []
    later(seconds=36)
    run_due()
    assert len(printed) == 1


def test_a_document_that_is_kept_is_not_printed_again(db: Any, printed: list[str]) -> None:
    work = shipped()
    invoice_id = db.call("invoices.issue", p_fulfillment_order_id=work.id)
    for _ in range(2):
        invoices.render({"invoice_id": invoice_id})
    assert len(printed) == 1


def test_an_invoice_that_is_not_there_is_not_printed(db: Any, printed: list[str]) -> None:
    invoices.render({"invoice_id": 0})
    assert printed == []
