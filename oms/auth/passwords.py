"""Passwords: Argon2id, never more than two at a time, and the same time taken whether or not the person exists."""

import re
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from flask import Flask, current_app

from oms.auth.secrets import hash_of
from oms.db import call

SHORTEST = 10
LONGEST = 200
FEWEST_DIFFERENT = 5

# What is tried first, without the digits and signs that people hang on to satisfy a rule.
_COMMON = frozenset(
    [
        "password",
        "passwort",
        "motdepasse",
        "contrasena",
        "contrasea",
        "welcome",
        "willkommen",
        "letmein",
        "iloveyou",
        "admin",
        "administrator",
        "login",
        "qwertyuiop",
        "qwertzuiop",
        "azertyuiop",
        "dragon",
        "monkey",
        "football",
        "baseball",
        "sunshine",
        "princess",
        "superman",
        "batman",
        "master",
        "changeme",
        "default",
        "secret",
        "hello",
        "shadow",
        "michael",
        "jennifer",
        "jordan",
        "computer",
        "internet",
        "company",
        "warehouse",
        "summer",
        "winter",
        "spring",
        "autumn",
        "sommer",
    ]
)
_RUNS = ("1234567", "7654321", "abcdefg", "qwertyu", "qwertzu", "azertyu", "asdfghj")

# Each takes 64 MiB and a processor for a while; more of them at once would let anybody stall the machine.
_AT_ONCE = BoundedSemaphore(2)
_WAIT_SECONDS = 5
_NOBODY = "nobody has this password"


class BusyError(Exception):
    """Too many passwords are being checked; the login page asks to try again."""


def init_app(app: Flask) -> None:
    # Tests log in hundreds of times; what they prove does not depend on the cost.
    hasher = (
        PasswordHasher(1, 8, 1) if app.testing else PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
    )
    app.extensions["passwords"] = hasher, hasher.hash(_NOBODY)


class TooManyError(Exception):
    """Too many failures lately: wait so many seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def prove(email: str, password: str, address: str) -> int | None:
    """The id of the person with this e-mail and password, or None; every attempt counts before it is looked at."""
    email = email.strip().lower()
    claim = call("auth.claim_login", p_email_hash=hash_of(email), p_address=address)
    if claim.wait_seconds:
        raise TooManyError(claim.wait_seconds)
    found = call("auth.credentials", p_email=email)
    if not is_right(password, found.password_hash if found else None):
        return None
    call("auth.confirm_login", p_attempt_id=claim.attempt_id)
    if _hasher()[0].check_needs_rehash(found.password_hash):
        call("auth.upgrade_password_hash", p_person_id=found.person_id, p_password_hash=hash_password(password))
    return int(found.person_id)


def is_common(password: str) -> bool:
    """Among the first that anybody would try: few different characters, a run of keys, or a word with a number."""
    plain = password.lower()
    letters = re.sub(r"[^a-z]", "", plain)
    return len(set(plain)) < FEWEST_DIFFERENT or letters in _COMMON or any(run in plain for run in _RUNS)


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


def _hasher() -> tuple[PasswordHasher, str]:
    return current_app.extensions["passwords"]


class _Turn:
    def __enter__(self) -> None:
        if not _AT_ONCE.acquire(timeout=_WAIT_SECONDS):
            raise BusyError

    def __exit__(self, *_: object) -> None:
        _AT_ONCE.release()
