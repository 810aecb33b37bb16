"""Everything under /api/v1, and what all of it shares."""

import re
from uuid import uuid4

from flask import Blueprint, Response, request

from oms.api import (
    attachments,
    automations,
    cancellations,
    changes,
    counts,
    fulfillment,
    holds,
    incoming_stock,
    ledger,
    limits,
    lots,
    order_steps,
    orders,
    pickup_availability,
    pools,
    problems,
    products,
    promises,
    rearranging,
    reference,
    stock,
    substitutions,
    timeline,
    transfers,
)

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")

bp = Blueprint("api", __name__, url_prefix="/api/v1")
problems.init_blueprint(bp)
for part in (
    orders.bp,
    changes.bp,
    cancellations.bp,
    substitutions.bp,
    order_steps.bp,
    timeline.bp,
    attachments.bp,
    fulfillment.bp,
    rearranging.bp,
    holds.bp,
    stock.bp,
    ledger.bp,
    pools.bp,
    lots.bp,
    incoming_stock.bp,
    promises.bp,
    pickup_availability.bp,
    transfers.bp,
    counts.bp,
    products.bp,
    automations.bp,
    reference.bp,
):
    bp.register_blueprint(part)
bp.before_request(limits.enforce)


@bp.after_app_request
def _add_headers(response: Response) -> Response:
    """An id under which both sides find this request again: the sender's own, where it is fit to be repeated.

    Also where there is no such route, which is the app's to answer and not the blueprint's.
    """
    if not request.path.startswith("/api/"):
        return response
    given = request.headers.get("X-Request-Id", "")
    response.headers["X-Request-Id"] = given if _REQUEST_ID.fullmatch(given) else uuid4().hex
    return limits.add_header(response)
