"""The owner's invoices: a list to search, and the documents."""

from flask import Blueprint, abort, make_response, request, url_for
from werkzeug import Response

from oms import db
from oms.invoices import archive, listing, pdf, queries
from oms.invoices.listing import Filter
from oms.web import guard, page

bp = Blueprint("invoices", __name__)


@bp.get("/invoices")
@guard("invoices.view")
def index() -> Response:
    chosen = Filter.of(request.args)
    before = request.args.get("before", type=int)
    found = listing.page(chosen, before)
    shown = found[: listing.PAGE]
    return page(
        "invoices/index.html",
        "invoice_list",
        filter=chosen,
        periods=chosen.periods(queries.today()),
        invoices=shown,
        sums=listing.sums(chosen),
        newest=url_for("invoices.index", **chosen.args) if before else None,
        older=url_for("invoices.index", **chosen.args, before=shown[-1].id) if len(found) > len(shown) else None,
    )


@bp.get("/invoices/<int:invoice_id>.pdf")
@guard("invoices.view")
def document(invoice_id: int) -> Response:
    found = pdf.document_of(invoice_id)
    if found is None:
        abort(404)
    return pdf.answer(found)


@bp.get("/invoices.zip")
@guard("invoices.view")
def documents() -> Response:
    pieces = archive.zip_of(listing.chosen_ids(Filter.of(request.args)), db.current_actor())
    response = make_response(pieces)
    response.mimetype = "application/zip"
    response.headers["Content-Disposition"] = 'attachment; filename="invoices.zip"'
    return response
