"""The pages of orders: the list, one order, and what is done to one or to many."""

from typing import Any

from flask import Blueprint, abort
from sqlalchemy import Row

from oms.orders import queries, words

bp = Blueprint("orders", __name__)


def order_or_404(number: str) -> Row[Any]:
    """The order, if it is the reader's to see."""
    return queries.order(number) or abort(404)


@bp.context_processor
def _words() -> dict[str, Any]:
    return {"words": words}


from oms.orders.routes import (  # noqa: E402, F401 - they add to bp
    attachments,
    cancellation,
    details,
    drafts,
    edits,
    fields,
    holds,
    index,
    lots,
    many,
    notes,
    payments,
    reopening,
    routing,
    show,
    stock,
    substitution,
    views,
)
