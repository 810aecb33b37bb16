"""Repeating a request is safe: the first answer to an Idempotency-Key is kept with its effect, and given again."""

import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple

from flask import request
from flask_login import current_user

from oms.api.problems import Problem
from oms.db import call, transaction

LONGEST = 255


class Answer(NamedTuple):
    status: int
    body: dict[str, Any]
    is_repeated: bool


def once(effect: Callable[[], tuple[int, dict[str, Any]]]) -> Answer:
    """Bring about an effect once for the key of this request; a failure keeps nothing and may be tried again."""
    key = request.headers.get("Idempotency-Key")
    if key is None:
        raise Problem("key-missing")
    if not 0 < len(key) <= LONGEST:
        raise Problem("key-unfit")
    claim = {"p_token_id": current_user.id, "p_key": key, "p_fingerprint": _fingerprint()}
    with transaction():
        first = call("api.first_answer", **claim)
        if first.status is not None:
            return Answer(first.status, first.body, is_repeated=True)
        status, body = effect()
        call("api.keep_answer", p_status=status, p_body=body, **claim)
        return Answer(status, body, is_repeated=False)


def _fingerprint() -> bytes:
    """Of what is asked for. A file counts by what is in it: the boundaries around it are made anew each time it is sent."""
    asked = hashlib.sha256(f"{request.method} {request.full_path}\n".encode())
    for name, file in request.files.items(multi=True):
        asked.update(f"{name} {file.filename}\n".encode() + file.read())
        file.seek(0)
    asked.update(request.get_data())
    return asked.digest()
