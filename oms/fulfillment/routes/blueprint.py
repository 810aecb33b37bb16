"""The blueprint, and what every action on a fulfillment order shares: it answers on the page of that order."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Blueprint, abort, url_for
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError
from oms.fulfillment import parcels, queries, words
from oms.fulfillment.carriers import carriers
from oms.fulfillment.forms import ReasonForm, RejectionForm, TrackingForm, WeightForm
from oms.fulfillment.goods import goods
from oms.web import done, page
from oms.web.htmx import asked

bp = Blueprint("fulfillment", __name__, url_prefix="/fulfillment")

TEMPLATE = "fulfillment/show.html"
View = Callable[..., Response]


def work_or_404(number: str) -> Row[Any]:
    return queries.work(number) or abort(404)


def show(
    number: str, block: str, answer: dict[str, str] | None = None, status: int | None = None, **forms: Any
) -> Response:
    """The page of a fulfillment order, or a block of it. `forms` are those that came back with mistakes."""
    work = work_or_404(number)
    lines = queries.lines([work.id])
    packages = queries.packages(work.id)
    draft = next((package for package in packages if package.state == "draft"), None)
    offers, complaints = parcels.offers(draft.id) if draft else ([], [])
    given = {
        "rejection": RejectionForm(formdata=None),
        "reopening": ReasonForm(formdata=None),
        "weight": WeightForm(
            formdata=None, weight_grams=sum(line.picked * line.weight_grams for line in lines) or None
        ),
        "by_hand": TrackingForm(formdata=None),
        **forms,
    }
    return page(
        TEMPLATE,
        block,
        status=status,
        work=work,
        lines=lines,
        kits=goods().kits_of(line.demand_line_id for line in lines),
        substitutes=goods().substitutes_of(work.request_id) if any(line.short for line in lines) else {},
        packages=packages,
        draft=draft,
        offers=offers,
        complaints=complaints,
        tracking=queries.tracking(work.id) if packages else [],
        tracking_words=words.TRACKING,
        carriers=carriers,
        answer=answer,
        forms=given,
    )


def told(number: str, text: str, undo: str = "") -> Response:
    """It worked: said in the bar of the page, or in a toast where the whole page is loaded."""
    if asked().wants_part:
        return show(number, "work", {"text": text, "tone": "good", "undo": undo}, 200)
    return done(url_for("fulfillment.show", number=number), text, undo=undo or None)


def refused(number: str, text: str, status: int, **forms: Any) -> Response:
    """It did not: said in the bar of the page, in red."""
    return show(number, "work", {"text": text, "tone": "bad", "undo": ""}, status, **forms)


def answers_in_place(view: View) -> View:
    """What the database refuses is told where the person looks: in the bar above the lines."""

    @wraps(view)
    def answering(number: str, **given: Any) -> Response:
        try:
            return view(number, **given)
        except DomainError as error:
            return refused(number, error.message, error.status)

    return answering
