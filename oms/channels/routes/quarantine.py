"""Quarantine: the list of orders that could not be placed, and the page where one is repaired."""

from typing import Any

from flask import abort, request, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.channels.phone.queries import pickup_locations
from oms.channels.quarantine import queries
from oms.channels.quarantine.form import ADDRESS, Repair
from oms.channels.quarantine.repairs import aliases
from oms.channels.reasons import sentence
from oms.channels.routes.blueprint import bp
from oms.db import DomainError, call
from oms.web import done, guard, page
from oms.web.choices import countries

STATES = ("open", "discarded", "resolved")
STALE = "OM409"


@bp.get("/quarantine")
@guard("channels.view")
def quarantine() -> Response:
    state = request.args.get("state", "open")
    found = queries.records(
        state if state in STATES else abort(404), request.args.get("channel"), request.args.get("before", type=int)
    )
    return page(
        "channels/quarantine/index.html",
        "records",
        records=found[: queries.PAGE],
        older=found[queries.PAGE - 1].id if len(found) > queries.PAGE else None,
        state=state,
        counts=queries.counts(),
        sentence=sentence,
    )


@bp.post("/quarantine/attempts")
@guard("channels.manage")
def quarantine_retry() -> Response:
    """Try all that waits again."""
    call("tasks.enqueue", p_kind="channels.retry_quarantine")
    return done(url_for("channels.quarantine"), _("All are tried again. What is whole now leaves the list."))


@bp.get("/quarantine/<int:record_id>")
@guard("channels.view")
def quarantine_show(record_id: int) -> Response:
    return _shown(Repair(_record_or_404(record_id)))


@bp.post("/quarantine/<int:record_id>")
@guard("channels.manage")
def quarantine_repair(record_id: int) -> Response:
    """Save what was repaired and try again."""
    record, sent = _record_or_404(record_id), request.form
    repair = Repair(record, sent)
    try:
        answer = call(
            "channels.retry_quarantine",
            p_id=record_id,
            p_payload=repair.payload,
            p_version=request.form.get("version", type=int) or 0,
            p_aliases=aliases(record.payload, sent),
        )
    except DomainError as error:
        if error.code != STALE:
            raise
        return _shown(Repair(_record_or_404(record_id), sent, is_overtaken=True), status=409)
    if answer["outcome"] == "quarantined":
        return _shown(Repair(_record_or_404(record_id)), status=422)
    message = _("Order %(number)s is placed.", number=answer["number"])
    return done(_next_after(record_id) or url_for("orders.show", number=answer["number"]), message)


@bp.post("/quarantine/<int:record_id>/disposal")
@guard("channels.manage")
def quarantine_discard(record_id: int) -> Response:
    version = request.form.get("version", type=int) or 0
    call("channels.discard_quarantine", p_id=record_id, p_version=version)
    undo = url_for("channels.quarantine_reopen", record_id=record_id, version=version + 1)
    return done(_next_after(record_id) or url_for("channels.quarantine"), _("Discarded."), undo=undo)


@bp.post("/quarantine/<int:record_id>/reopening")
@guard("channels.manage")
def quarantine_reopen(record_id: int) -> Response:
    version = request.values.get("version", type=int) or 0
    call("channels.reopen_quarantine", p_id=record_id, p_version=version)
    return done(url_for("channels.quarantine_show", record_id=record_id), _("It is open again."))


@bp.get("/quarantine/skus")
@guard("channels.view")
def quarantine_skus() -> Response:
    """Suggestions for whichever SKU field asks."""
    text = next(iter(request.args.values()), "").strip()
    return page("channels/quarantine/_skus.html", skus=queries.skus(text) if text else [])


def _shown(repair: Repair, status: int = 200) -> Response:
    record = repair.record
    newer, older = queries.neighbors(record.id, record.state)
    return page(
        "channels/quarantine/show.html",
        status=status,
        record=record,
        repair=repair,
        newer=newer,
        older=older,
        arrived=queries.arrived(record.id),
        address=ADDRESS,
        countries=[("", ""), *((country.value, country.label) for country in countries())],
        places=[("", _("Choose a store")), *((place.code, place.name) for place in pickup_locations())],
        sentence=sentence,
    )


def _record_or_404(record_id: int) -> Any:
    return queries.record(record_id) or abort(404)


def _next_after(record_id: int) -> str | None:
    """The next open record, for people who work through the list."""
    newer, older = queries.neighbors(record_id, "open")
    following = older or newer
    return url_for("channels.quarantine_show", record_id=following) if following else None
