"""Passwords: Argon2id, never more than two at a time, and none that would be guessed first."""

import hashlib
import re
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore
from types import TracebackType

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import Flask, current_app
from werkzeug.exceptions import TooManyRequests

SHORTEST = 10
LONGEST = 200

_FEWEST_DIFFERENT = 5
_RUNS = ("1234567", "7654321", "abcdefg", "qwertyu", "qwertzu", "azertyu", "asdfghj")
_COMMON = Path(__file__).with_name("common_passwords.txt")

# Each takes 64 MiB and a processor for a while; more of them at once would let anybody stall the machine.
_AT_ONCE = BoundedSemaphore(2)
_PATIENCE = 5  # seconds
_NOBODY = "nobody has this password"


def init_app(app: Flask) -> None:
    # Tests log in hundreds of times; what they prove does not depend on the cost.
    cost = (1, 8, 1) if app.testing else (3, 64 * 1024, 1)
    hasher = PasswordHasher(*cost)
    app.extensions["passwords"] = hasher, hasher.hash(_NOBODY)


def hash_password(password: str) -> str:
    with _Turn():
        return _hasher()[0].hash(password)


def is_right(password: str, password_hash: str | None) -> bool:
    """Check a password; without a hash the work is done all the same, so that nobody learns who has an account."""
    hasher, nobody = _hasher()
    with _Turn():
        try:
            hasher.verify(password_hash or nobody, password)
        except (VerificationError, InvalidHashError):
            return False
    return password_hash is not None


def is_outdated(password_hash: str) -> bool:
    """Whether it was made with weaker parameters than today's."""
    return _hasher()[0].check_needs_rehash(password_hash)


def is_common(password: str) -> bool:
    """Whether it is among what is tried first, whatever digits and signs are hung on to satisfy some rule."""
    plain = password.lower()
    words = (plain, re.sub(r"[^a-z]", "", plain))
    is_known = any(hashlib.sha256(word.encode()).hexdigest()[:10] in _common() for word in words)
    return is_known or len(set(plain)) < _FEWEST_DIFFERENT or any(run in plain for run in _RUNS)


@cache
def _common() -> frozenset[str]:
    return frozenset(line for line in _COMMON.read_text().splitlines() if not line.startswith("#"))


def _hasher() -> tuple[PasswordHasher, str]:
    return current_app.extensions["passwords"]


class _Turn:
    """One of the places; whoever waits too long is asked to come again."""

    def __enter__(self) -> None:
        if not _AT_ONCE.acquire(timeout=_PATIENCE):
            raise TooManyRequests(retry_after=_PATIENCE)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        _AT_ONCE.release()
