"""Work for fulfillment: backorders that stock has come in for, and what carriers say.

The scheduled jobs only find what there is to do; each finding is a task of its own, so that one that cannot be done
stops no other, and is seen.
"""

import logging
from typing import Any

from jobs.run import NotNow, finishing
from oms import db
from oms.db import call
from oms.fulfillment import parcels, queries
from oms.fulfillment.carriers import CarrierError, carriers

log = logging.getLogger(__name__)


def backorders(_args: dict[str, Any]) -> None:
    """Find requests that wait for stock which is there now."""
    with finishing():
        for request_id in call("fulfillment.waiting_requests"):
            # Each new decision is a new chance; what fails on the way to one is not tried again every minute.
            key = f"fulfillment.retry:{request_id}:{queries.last_decision(request_id)}"
            call("tasks.enqueue", p_kind="fulfillment.retry", p_args={"request_id": request_id}, p_dedupe_key=key)


def retry(args: dict[str, Any]) -> None:
    """Route one waiting request again."""
    with finishing():
        call("fulfillment.retry_backorders", p_request_id=args["request_id"])


def tracking(_args: dict[str, Any]) -> None:
    """Ask the carriers about every package that is on its way."""
    now = db.now()
    news = []
    for package in queries.underway():
        try:
            news.append((package.id, parcels.news_of(package, now)))
        except CarrierError:
            log.warning("%s does not say where package %s is", package.carrier, package.id)
    with finishing():
        for package_id, facts in news:
            parcels.keep(package_id, facts)


def record(args: dict[str, Any]) -> None:
    """Keep one fact about a package."""
    with finishing():
        call(
            "fulfillment.record_tracking",
            p_package_id=args["package_id"],
            p_status=args["status"],
            p_description=args["description"],
            p_place=args["place"],
            p_occurred_at=args["at"],
        )


def void_label(args: dict[str, Any]) -> None:
    """Give an unused label back to its carrier."""
    package = queries.parcel(args["package_id"])
    carrier = carriers().get(package.carrier) if package else None
    if package and carrier:
        try:
            carrier.void(package.tracking_number)
        except CarrierError as error:
            raise NotNow(f"{carrier.name} does not take the label back") from error


def elsewhere(args: dict[str, Any]) -> None:
    """Send one request from elsewhere than a location that is closed."""
    with finishing():
        call("fulfillment.leave", p_request_id=args["request_id"], p_location_id=args["location_id"])
