"""The first one-time link: with it the owner's account is created where there is nobody yet."""

from oms.auth.secrets import hash_of, new_token
from oms.db import call
from oms.settings import Settings


def create(settings: Settings) -> str | None:
    """The address to print on the console; None where somebody has an account already."""
    if call("auth.has_people"):
        return None
    token = new_token()
    call("auth.create_setup_link", p_token_hash=hash_of(token))
    return f"{settings.base_url}/setup/{token}"
