"""Random tokens and their hashes. 256 random bits need no slow hash: nobody can guess one in the first place."""

import hashlib
import secrets

API_TOKEN = "oms_"  # noqa: S105 - how a key begins, for scanners that look for leaked ones


def new_token() -> str:
    """For a session or a one-time link."""
    return secrets.token_urlsafe(32)


def new_api_token() -> tuple[str, str]:
    """A key for other software, and the part of it that may be shown later: "oms_a1b2c3d4_...", "oms_a1b2c3d4"."""
    prefix = f"{API_TOKEN}{secrets.token_hex(4)}"
    return f"{prefix}_{secrets.token_urlsafe(32)}", prefix


def hash_of(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
