"""The board, and finding one pickup among many."""

from flask import redirect, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import call
from oms.pickup import codes, queries
from oms.pickup.forms import FindForm
from oms.pickup.routes.blueprint import answers_in_place, bp, pickup_or_404, show
from oms.web import done, guard, page

SHELF = "SHELF-"


@bp.get("")
@guard("pickup.view")
def index() -> Response:
    places = queries.places()
    location_id = _chosen(places)
    works = queries.board(location_id)
    lanes = {
        "new": [work for work in works if work.state == "released"],
        "picking": [work for work in works if work.state in {"accepted", "picking", "picked"}],
        "ready": [work for work in works if work.state == "ready_for_pickup" and not work.is_last_day],
        "leaving": [
            work for work in works if work.returned_at or (work.state == "ready_for_pickup" and work.is_last_day)
        ],
    }
    return page("pickup/index.html", "board", lanes=lanes, places=places, location_id=location_id, form=None)


@bp.post("/found")
@guard("pickup.view")
def find() -> Response:
    """A code leads to its hand-over, a number to its page, a shelf and a name to what they have."""
    form = FindForm()
    text = (form.code.data or "") if form.sent_well() else ""
    code = codes.normalize(text)
    number = queries.waiting_with(code) if code else None
    if number and code:
        return show(number, scanned=code)
    if queries.pickup(text):
        return redirect(url_for("pickup.show", number=text), 303)
    return redirect(url_for("pickup.search", q=text.removeprefix(SHELF) or None), 303)


@bp.get("/search")
@guard("pickup.view")
def search() -> Response:
    text = request.args.get("q", "").strip()[:100]
    places = queries.places()
    location_id = _chosen(places)
    found = queries.search(text, location_id) if text else []
    return page(
        "pickup/search.html", text=text, works=found, location_id=location_id, looks_like_code=codes.normalize(text)
    )


@bp.get("/<number>", endpoint="show")
@guard("pickup.view")
def pickup_show(number: str) -> Response:
    return show(number)


@bp.post("/<number>/acceptance")
@guard("pickup.work")
@answers_in_place
def acceptance_create(number: str) -> Response:
    pickup = pickup_or_404(number)
    call("fulfillment.accept", p_order_id=pickup.id)
    undo = url_for("fulfillment.acceptance_delete", number=number)
    return done(
        url_for("pickup.index", location=request.args.get("location")),
        _("%(number)s is yours.", number=number),
        undo=undo,
    )


def _chosen(places: list[Row[tuple[int, str, str]]]) -> int | None:
    """One of the reader's locations; None where they look at all of them."""
    if len(places) == 1:
        return int(places[0].id)
    wanted = request.args.get("location", type=int)
    return wanted if wanted in {place.id for place in places} else None
