"""Passwords: Argon2id, never more than two at a time, and the same time taken whether or not the person exists."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import Flask, current_app

SHORTEST = 10
LONGEST = 200

# Each takes 64 MiB and a processor for a while; more of them at once would let anybody stall the machine.
_AT_ONCE = BoundedSemaphore(2)
_WAIT_SECONDS = 5
_NOBODY = "nobody has this password"


class Busy(Exception):
    """Too many passwords are being checked; the login page asks to try again."""


def init_app(app: Flask) -> None:
    # Tests log in hundreds of times; what they prove does not depend on the cost.
    hasher = PasswordHasher(1, 8, 1) if app.testing else PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
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
    return _hasher()[0].check_needs_rehash(password_hash)


def _hasher() -> tuple[PasswordHasher, str]:
    return current_app.extensions["passwords"]  # type: ignore[no-any-return]


class _Turn:
    def __enter__(self) -> None:
        if not _AT_ONCE.acquire(timeout=_WAIT_SECONDS):
            raise Busy

    def __exit__(self, *_: object) -> None:
        _AT_ONCE.release()
