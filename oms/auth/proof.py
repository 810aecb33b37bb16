"""Proving who one is with a password, slowed down the more it fails."""

from werkzeug.exceptions import TooManyRequests

from oms.auth import passwords
from oms.auth.secrets import hash_of
from oms.db import call


class TooManyFailures(TooManyRequests):
    """Failed too often lately: wait so many seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(retry_after=seconds)
        self.seconds = seconds


def prove(email: str, password: str, address: str) -> int | None:
    """The id of the person with this e-mail and password, or None; every attempt counts before it is looked at."""
    email = email.strip().lower()
    claim = call("auth.claim_login", p_email_hash=hash_of(email), p_address=address)
    if claim.wait_seconds:
        raise TooManyFailures(claim.wait_seconds)
    found = call("auth.credentials", p_email=email)
    if not passwords.is_right(password, found.password_hash if found else None):
        return None
    call("auth.confirm_login", p_attempt_id=claim.attempt_id)
    if passwords.is_outdated(found.password_hash):
        stronger = passwords.hash_password(password)
        call("auth.upgrade_password_hash", p_person_id=found.person_id, p_password_hash=stronger)
    return int(found.person_id)
