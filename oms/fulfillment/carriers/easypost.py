"""EasyPost tells where parcels of a hundred carriers are: for tracking numbers that were typed by hand.

It sends a tracker with its whole history each time, signed with the secret that both sides know. A fact that was
told before is no news, so what comes twice, late or out of order does no harm.
"""

import hashlib
import hmac
import json
import unicodedata
from datetime import datetime
from typing import Any

from oms.fulfillment.carriers import Fact

SIGNATURE = "X-Hmac-Signature"
BYTES_MAX = 512 * 1024
_PREFIX = "hmac-sha256-hex="
_STATUSES = frozenset(
    {
        "pre_transit",
        "in_transit",
        "out_for_delivery",
        "available_for_pickup",
        "delivered",
        "failure",
        "return_to_sender",
    }
)
_TEXT_MAX = 200


class NotATrackerError(ValueError):
    """Signed, but not of the form that EasyPost describes."""


def signature(secret: str, body: bytes) -> str:
    """What EasyPost puts into X-Hmac-Signature."""
    key = unicodedata.normalize("NFKD", secret).encode()
    return _PREFIX + hmac.new(key, body, hashlib.sha256).hexdigest()


def is_genuine(secret: str, body: bytes, given: str) -> bool:
    return hmac.compare_digest(signature(secret, body).encode(), given.encode())


def read(body: bytes) -> tuple[str, list[Fact]]:
    """The tracking number and what happened to it. Raises NotATrackerError."""
    try:
        tracker = json.loads(body)["result"]
        facts = [_fact(detail) for detail in tracker["tracking_details"]]
        return str(tracker["tracking_code"]), facts
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise NotATrackerError from error


def _fact(detail: dict[str, Any]) -> Fact:
    status = detail["status"] if detail["status"] in _STATUSES else "unknown"
    description = str(detail.get("message") or "")[:_TEXT_MAX]
    occurred_at = datetime.fromisoformat(detail["datetime"])
    if occurred_at.tzinfo is None:
        raise NotATrackerError
    return Fact(status, description, _place(detail.get("tracking_location") or {}), occurred_at)


def _place(location: dict[str, Any]) -> str:
    city = str(location.get("city") or "").title()
    return ", ".join(part for part in (city, location.get("state") or location.get("country")) if part)[:_TEXT_MAX]
