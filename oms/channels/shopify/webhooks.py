"""Webhooks as they come in: proven by their signature, kept as they are, and answered at once."""

import base64
import hashlib
import hmac
import json
import logging
import secrets

from werkzeug.datastructures import Headers

from oms.channels.shopify.payload import parse
from oms.db import Actor, acting_as, call

BYTES_MAX = 4 * 1024 * 1024
KIND = "shopify"
TEST_TOPIC = "oms/test"
_DELIVERY_ID_MAX = 200
_NO_SECRET = "an unknown channel takes as long to refuse as a known one"  # noqa: S105 - it opens nothing

log = logging.getLogger(__name__)


class Refused(Exception):  # noqa: N818 - an answer, not an error of ours
    """Not kept; `status` is what the sender is told."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def accept(channel: str, headers: Headers, body: bytes) -> bool:
    """Keep a delivery and the work to process it; False where it was here before. Raises Refused."""
    try:
        _check(channel, headers, body)
    except Refused as refused:
        log.warning("webhook to channel %r refused: %s", channel, refused)
        raise
    with acting_as(Actor("channel", name=channel)):
        task_id = call(
            "channels.receive",
            p_channel=channel,
            p_delivery_id=_delivery_id(headers, body),
            p_topic=headers.get("X-Shopify-Topic", "")[:100],
            p_body=body.decode(),
        )
    return task_id is not None


def send_test(channel: str) -> None:
    """A delivery of our own making, signed with the channel's secret, that asks for nothing. Raises Refused."""
    body = json.dumps({"id": secrets.randbits(63), "test": True}).encode()
    with acting_as(Actor("channel", name=channel)):
        secret = call("channels.webhook_secret", p_channel=channel, p_kind=KIND)
    headers = Headers({"X-Shopify-Topic": TEST_TOPIC, "X-Shopify-Hmac-Sha256": signature(secret or _NO_SECRET, body)})
    accept(channel, headers, body)


def signature(secret: str, body: bytes) -> str:
    """What Shopify puts into X-Shopify-Hmac-Sha256."""
    return base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest()).decode()


def _check(channel: str, headers: Headers, body: bytes) -> None:
    if len(body) > BYTES_MAX:
        raise Refused(413, "too large")
    with acting_as(Actor("channel", name=channel)):
        secret = call("channels.webhook_secret", p_channel=channel, p_kind=KIND)
    given = headers.get("X-Shopify-Hmac-Sha256", "").encode()
    is_genuine = hmac.compare_digest(signature(secret or _NO_SECRET, body).encode(), given)
    if not (is_genuine and secret):
        raise Refused(401, "wrong signature")
    try:
        document = parse(body.decode())
    except ValueError as error:
        raise Refused(400, "no JSON") from error
    if not isinstance(document, dict | list):
        raise Refused(400, "neither an object nor a list")


def _delivery_id(headers: Headers, body: bytes) -> str:
    """Shopify's own id for a delivery; for what comes without one, its content."""
    given = headers.get("X-Shopify-Webhook-Id", "").strip()
    if given and len(given) <= _DELIVERY_ID_MAX:
        return given
    return hashlib.sha256(headers.get("X-Shopify-Topic", "").encode() + b"\n" + body).hexdigest()
