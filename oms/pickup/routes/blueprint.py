"""The blueprint, and the page of one pickup, where every action on it answers."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Blueprint, abort
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError
from oms.fulfillment.queries import lines
from oms.pickup import queries
from oms.pickup.forms import CodeForm, ExtensionForm, IdentityForm, PaymentForm, ShelfForm
from oms.pickup.till import till
from oms.web import page

bp = Blueprint("pickup", __name__, url_prefix="/pickup")

View = Callable[..., Response]


def pickup_or_404(number: str) -> Row[Any]:
    return queries.pickup(number) or abort(404)


def staged_or_404(number: str) -> Row[Any]:
    """A pickup that stands, or has stood, on a shelf."""
    pickup = pickup_or_404(number)
    return pickup if pickup.pickup_id is not None else abort(404)


def show(number: str, problem: str = "", status: int | None = None, scanned: str = "", **forms: Any) -> Response:
    """The page of one pickup. `forms` are those that came back with mistakes; `scanned` is a code that is known to be right."""
    pickup = pickup_or_404(number)
    given = {
        "shelf": ShelfForm(formdata=None),
        "code": CodeForm(formdata=None, code=scanned),
        "identity": IdentityForm(formdata=None, collected_by=pickup.customer or ""),
        "payment": PaymentForm(formdata=None),
        "extension": ExtensionForm(formdata=None),
        **forms,
    }
    return page(
        "pickup/show.html",
        status=status,
        pickup=pickup,
        lines=lines([pickup.id]),
        shelves=queries.shelves(pickup.location_id),
        due=till().due(pickup.request_id) if pickup.state == "ready_for_pickup" else None,
        problem=problem,
        forms=given,
    )


def answers_in_place(view: View) -> View:
    """What the database refuses is told on the page of the pickup."""

    @wraps(view)
    def answering(number: str, **given: Any) -> Response:
        try:
            return view(number, **given)
        except DomainError as error:
            return show(number, error.message, error.status)

    return answering
