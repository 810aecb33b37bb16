"""Links to customers' pages: the token in the address is derived, and stored by nobody."""

import base64
import hashlib
import hmac
import secrets

from oms.db import call

LENGTH = 27  # characters of base64: 162 bits


def token_for(order_id: int, secret_key: str) -> str:
    """The token of an order's link, which is made now if there is none."""
    nonce = secrets.token_bytes(16)
    token_hash = hash_of(_token(secret_key, nonce))
    return _token(secret_key, call("tracking.ensure_link", p_order_id=order_id, p_nonce=nonce, p_token_hash=token_hash))


def order_of(token: str) -> int | None:
    """The order that a token opens."""
    if len(token) != LENGTH:
        return None
    order_id: int | None = call("tracking.order_of", p_token_hash=hash_of(token))
    return order_id


def hash_of(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _token(secret_key: str, nonce: bytes) -> str:
    digest = hmac.new(secret_key.encode(), b"tracking" + nonce, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest).decode()[:LENGTH]
