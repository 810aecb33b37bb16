"""Many documents as one ZIP."""

import io
import zipfile
from typing import Any

from tests.support import factories


def issue(db: Any) -> Any:
    work = factories.works(factories.place_order().id)[0]
    factories.ship(work.id)
    invoice_id = db.call("invoices.issue", p_fulfillment_order_id=work.id)
    return db.row("select * from invoices.invoices where id = :id", id=invoice_id)


def test_it_holds_what_the_list_shows(db, log_in, printed):
    first, second = issue(db), issue(db)
    answer = log_in("owner").get("/invoices.zip")
    assert answer.mimetype == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [f"{first.number}.pdf", f"{second.number}.pdf"]
        assert archive.read(f"{second.number}.pdf") == b"%PDF 2"


def test_it_holds_what_was_searched_for(db, log_in, printed):
    first, _second = issue(db), issue(db)
    answer = log_in("owner").get(f"/invoices.zip?q={first.number}")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert archive.namelist() == [f"{first.number}.pdf"]


def test_it_is_not_for_everybody(log_in):
    assert log_in("store").get("/invoices.zip").status_code == 403
