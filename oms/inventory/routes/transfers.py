"""Transfers: drafted, made ready, sent at one location; received at another, in as many goes as it takes."""

from typing import Any, NamedTuple

from flask import abort, request, url_for
from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call, now
from oms.inventory import queries, transfers
from oms.inventory.routes import bench, bp
from oms.inventory.transfer_forms import ClosingForm, TransferForm, TransferLineForm, TransferReceiptForm
from oms.web import done, guard, page

_TABS = {"under-way": _l("On their way"), "to-send": _l("To send"), "done": _l("Done")}


class Step(NamedTuple):
    """What people may do with a whole transfer."""

    function: str
    told: LazyString
    undone_by: str = ""


_STEPS = {
    "ready": Step("inventory.ready_transfer", _l("Ready. Its units are reserved for it."), "reopen"),
    "reopen": Step("inventory.reopen_transfer", _l("A draft again. Nothing is reserved for it.")),
    "cancel": Step("inventory.cancel_transfer", _l("Canceled.")),
    "send": Step("inventory.send_transfer", _l("On its way. It has left your stock."), "unsend"),
    "unsend": Step("inventory.unsend_transfer", _l("Undone. It is in your stock again, reserved for this transfer.")),
}


@bp.get("/transfers")
@guard("stock.view")
def transfers_index() -> Response:
    tab = request.args.get("tab", "")
    tab = tab if tab in transfers.TABS else "under-way"
    places = queries.locations()
    asked = request.args.get("location", type=int)
    chosen = asked if asked in {place.id for place in places} else None
    found = transfers.page_of(tab, chosen, request.args.get("before", type=int))
    counts = transfers.counts(chosen)
    return page(
        "inventory/transfers/index.html",
        "list",
        tab=tab,
        tabs=[
            {
                "label": label,
                "href": url_for("inventory.transfers_index", tab=name, location=chosen),
                "current": name == tab,
                "count": counts.get(name),
            }
            for name, label in _TABS.items()
        ],
        places=places,
        chosen=chosen,
        found=found[: transfers.PAGE],
        older=found[transfers.PAGE - 1].id if len(found) > transfers.PAGE else None,
    )


@bp.route("/transfers/new", methods=["GET", "POST"])
@guard("stock.adjust")
def transfer_create() -> Response:
    places = transfers.places()
    form = TransferForm(data={"destination": places[1].id} if len(places) > 1 else None)  # not the place it leaves from
    form.source.choices = form.destination.choices = [(place.id, place.name) for place in places]
    if form.sent_well():
        between = {"p_source_id": form.source.data, "p_destination_id": form.destination.data}
        try:
            transfer_id = call("inventory.create_transfer", **between, p_note=(form.note.data or "").strip())
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("inventory.transfer", transfer_id=transfer_id), _("Now add what it takes along."))
    return page("inventory/transfers/new.html", form=form)


@bp.get("/transfers/<int:transfer_id>")
@guard("stock.view")
def transfer(transfer_id: int) -> Response:
    return _show(transfer_id)


@bp.get("/transfers/<int:transfer_id>/note")
@guard("stock.view")
def transfer_note(transfer_id: int) -> Response:
    """What travels with the goods, on paper."""
    found = _transfer_or_404(transfer_id)
    return page(
        "inventory/transfers/note.html",
        transfer=found,
        lines=transfers.lines(transfer_id),
        lots=transfers.lots(found),
        printed_at=now(),
    )


def _show(transfer_id: int, answer: dict[str, str] | None = None, status: int | None = None, **forms: Any) -> Response:
    """The page of a transfer. `forms` are those that came back with mistakes."""
    found = _transfer_or_404(transfer_id)
    given = {
        "line": TransferLineForm(formdata=None),
        "receipt": TransferReceiptForm(formdata=None),
        "closing": ClosingForm(formdata=None),
        **forms,
    }
    return page(
        "inventory/transfers/show.html",
        "bench",
        status=status,
        transfer=found,
        lines=transfers.lines(transfer_id),
        lots=transfers.lots(found),
        receipts=transfers.receipts(transfer_id),
        answer=answer,
        forms=given,
    )


@bp.post("/transfers/<int:transfer_id>/lines")
@guard("stock.adjust")
@bench.answers_in(_show, "transfer_id")
def transfer_line_update(transfer_id: int) -> Response:
    """So many of a SKU; with `adds`, as a scanner sends it, so many more."""
    form = TransferLineForm()
    if not form.sent_well():
        return _mistaken(transfer_id, line=form)
    quantity, adds = form.quantity.data, "adds" in request.form
    told = call(
        "inventory.set_transfer_line",
        p_transfer_id=transfer_id,
        p_code=form.code.data,
        p_quantity=quantity,
        p_adds=adds,
        p_lot=form.lot.data or None,
    )
    return _told(transfer_id, _("%(code)s: %(count)s", code=form.code.data, count=told))


@bp.post("/transfers/<int:transfer_id>/steps")
@guard("stock.adjust")
@bench.answers_in(_show, "transfer_id")
def transfer_step(transfer_id: int) -> Response:
    """One of the steps of a whole transfer; `version` is the one that the person saw."""
    name = request.values.get("step", "")
    step = _STEPS.get(name) or abort(422)
    seen = {} if name == "unsend" else {"p_version": request.values.get("version", type=int)}
    call(step.function, p_transfer_id=transfer_id, **seen)
    undo = ""
    if step.undone_by:
        version = _transfer_or_404(transfer_id).version
        undo = url_for("inventory.transfer_step", transfer_id=transfer_id, step=step.undone_by, version=version)
    return _told(transfer_id, str(step.told), undo)


@bp.post("/transfers/<int:transfer_id>/receipts")
@guard("stock.adjust")
@bench.answers_in(_show, "transfer_id")
def transfer_receipt_create(transfer_id: int) -> Response:
    form = TransferReceiptForm()
    if not form.sent_well():
        return _mistaken(transfer_id, receipt=form)
    receipt_id = call(
        "inventory.receive_transfer",
        p_transfer_id=transfer_id,
        p_code=form.code.data,
        p_quantity=form.quantity.data,
        p_outcome=form.outcome.data,
        p_note=(form.note.data or "").strip(),
        p_key=form.once.data[:100],
        p_lots=form.lots,
    )
    text = ngettext(
        "%(sku)s: %(num)d unit noted.",
        "%(sku)s: %(num)d units noted.",
        form.quantity.data,
        sku=transfers.sku_of(receipt_id),
    )
    undo = url_for("inventory.transfer_receipt_undo", transfer_id=transfer_id, receipt_id=receipt_id)
    return _told(transfer_id, text, undo)


@bp.post("/transfers/<int:transfer_id>/receipts/<int:receipt_id>/undo")
@guard("stock.adjust")
@bench.answers_in(_show, "transfer_id")
def transfer_receipt_undo(transfer_id: int, receipt_id: int) -> Response:
    if receipt_id not in (receipt.id for receipt in transfers.receipts(transfer_id)):
        abort(404)
    call("inventory.undo_transfer_receipt", p_receipt_id=receipt_id)
    return _told(transfer_id, _("Undone."))


@bp.post("/transfers/<int:transfer_id>/closing")
@guard("stock.adjust")
@bench.answers_in(_show, "transfer_id")
def transfer_close(transfer_id: int) -> Response:
    """What has not come by now never will."""
    form = ClosingForm()
    if not form.sent_well():
        return _mistaken(transfer_id, closing=form)
    seen = {"p_version": request.form.get("version", type=int)}
    lost = call("inventory.close_transfer", p_transfer_id=transfer_id, p_reason=form.reason.data, **seen)
    return _told(transfer_id, ngettext("Closed, with %(num)d unit lost.", "Closed, with %(num)d units lost.", lost))


def _transfer_or_404(transfer_id: int) -> Row[Any]:
    return transfers.transfer(transfer_id) or abort(404)


def _told(transfer_id: int, text: str, undo: str = "") -> Response:
    return bench.told(_show, url_for("inventory.transfer", transfer_id=transfer_id), transfer_id, text, undo)


def _mistaken(transfer_id: int, **forms: Any) -> Response:
    (form,) = forms.values()
    mistakes = [str(mistake) for found in form.errors.values() for mistake in found]
    return _show(transfer_id, {"text": " ".join(mistakes), "tone": "bad", "undo": ""}, 422, **forms)
