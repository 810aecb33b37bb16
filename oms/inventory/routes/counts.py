"""Counts: begun, counted by several people at once, looked at, approved where much is amiss, and posted."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call, now
from oms.inventory import counts, queries
from oms.inventory.count_forms import CountForm, TallyForm
from oms.inventory.routes import bench, bp
from oms.web import done, guard, page

_TABS = {"open": _l("Being counted"), "review": _l("To look at"), "done": _l("Done")}


@bp.get("/counts")
@guard("stock.view")
def counts_index() -> Response:
    tab = request.args.get("tab", "")
    tab = tab if tab in counts.TABS else "open"
    places = queries.locations()
    asked = request.args.get("location", type=int)
    chosen = asked if asked in {place.id for place in places} else None
    found = counts.page_of(tab, chosen, request.args.get("before", type=int))
    return page(
        "inventory/counts/index.html",
        "list",
        tab=tab,
        tabs=[
            {
                "label": label,
                "href": url_for("inventory.counts_index", tab=name, location=chosen),
                "current": name == tab,
            }
            for name, label in _TABS.items()
        ],
        chosen=chosen,
        found=found[: counts.PAGE],
        older=found[counts.PAGE - 1].id if len(found) > counts.PAGE else None,
    )


@bp.route("/counts/new", methods=["GET", "POST"])
@guard("stock.adjust")
def count_create() -> Response:
    form = CountForm()
    form.location.choices = [(place.id, place.name) for place in queries.locations()]
    if form.sent_well():
        given = {"p_location_id": form.location.data, "p_scope": form.scope.data, "p_given": form.given}
        try:
            count_id = call("inventory.start_count", **given, p_note=(form.note.data or "").strip())
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("inventory.count", count_id=count_id), _("Count what is there."))
    return page("inventory/counts/new.html", form=form)


@bp.get("/counts/<int:count_id>")
@guard("stock.view")
def count(count_id: int) -> Response:
    return _show(count_id)


@bp.get("/counts/<int:count_id>/sheet")
@guard("stock.view")
def count_sheet(count_id: int) -> Response:
    """To count on paper: what to look for and where, and nothing of how many there should be."""
    found = _count_or_404(count_id)
    return page("inventory/counts/sheet.html", count=found, lines=counts.sheet(count_id), printed_at=now())


def _show(count_id: int, answer: dict[str, str] | None = None, status: int | None = None) -> Response:
    found = _count_or_404(count_id)
    is_open = found.state == "open"
    return page(
        "inventory/counts/show.html",
        "bench",
        status=status,
        count=found,
        answer=answer,
        form=None,
        tally=TallyForm(formdata=None),
        still=counts.still_to_count(count_id) if is_open else [],
        last=counts.last_counted(count_id) if is_open else [],
        differences=[] if is_open else counts.differences(count_id),
        sums=None if is_open else counts.found(count_id),
    )


@bp.post("/counts/<int:count_id>/tallies")
@guard("stock.adjust")
@bench.answers_in(_show, "count_id")
def count_tally(count_id: int) -> Response:
    """So many more, as a scanner sends it; with `sets`, so many in all."""
    form = TallyForm()
    if not form.sent_well():
        mistakes = [str(mistake) for found in form.errors.values() for mistake in found]
        return bench.refused(_show, count_id, " ".join(mistakes), 422)
    sets = "sets" in request.values
    given = {"p_code": form.code.data, "p_quantity": form.quantity.data, "p_sets": sets}
    counted = call("inventory.tally", p_count_id=count_id, **given)
    return _told(count_id, _("%(code)s: %(count)s counted", code=form.code.data, count=counted))


@bp.post("/counts/<int:count_id>/recounts")
@guard("stock.adjust")
@bench.answers_in(_show, "count_id")
def count_recount(count_id: int) -> Response:
    """Those that were chosen are counted again; none, to go on counting the rest."""
    chosen = request.form.getlist("id", type=int)
    seen = {"p_version": request.form.get("version", type=int)}
    call("inventory.recount", p_count_id=count_id, p_variant_ids=chosen, **seen)
    return _told(
        count_id, ngettext("%(num)d SKU is to be counted again.", "%(num)d SKUs are to be counted again.", len(chosen))
    )


@bp.post("/counts/<int:count_id>/steps")
@guard("stock.adjust")
@bench.answers_in(_show, "count_id")
def count_step(count_id: int) -> Response:
    """One of the steps of a whole count; `version` is the one that the person saw."""
    step = request.form.get("step", "")
    seen = {"p_count_id": count_id, "p_version": request.form.get("version", type=int)}
    if step == "review":
        call("inventory.review_count", **seen, p_rest_is_zero="rest" in request.form)
        return _told(count_id, _("Counted. Look at the differences."))
    if step == "post":
        corrected = call("inventory.post_count", **seen)
        return _told(count_id, ngettext("Posted: %(num)d SKU corrected.", "Posted: %(num)d SKUs corrected.", corrected))
    if step != "cancel":
        abort(422)
    call("inventory.cancel_count", **seen)
    return _told(count_id, _("Canceled. The stock stays as it is."))


@bp.post("/counts/<int:count_id>/approval")
@guard("stock.approve")
@bench.answers_in(_show, "count_id")
def count_approve(count_id: int) -> Response:
    call("inventory.approve_count", p_count_id=count_id, p_version=request.form.get("version", type=int))
    return _told(count_id, _("Approved."))


def _count_or_404(count_id: int) -> Row[Any]:
    return counts.count(count_id) or abort(404)


def _told(count_id: int, text: str) -> Response:
    return bench.told(_show, url_for("inventory.count", count_id=count_id), count_id, text)
