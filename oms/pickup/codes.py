"""Hand-over codes: six characters that prove the collector, told to the customer and stored by nobody.

A code is derived from the pickup's nonce and the secret key; the database has the nonce and the code's hash, and
cannot tell the code. Thirty bits: no 0, O, 1 or I, which people confuse.
"""

import hashlib
import hmac
import re
import secrets

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
LENGTH = 6
_SCANNED = "C-"  # how a code begins in a QR code, so that a scanner's word for it is no SKU


def new_nonce() -> bytes:
    """What makes the code of one pickup differ from all others."""
    return secrets.token_bytes(16)


def code_of(secret_key: str, nonce: bytes) -> str:
    """The code for a pickup's nonce: the same each time it is asked for."""
    digest = hmac.new(secret_key.encode(), b"pickup" + nonce, hashlib.sha256).digest()
    bits = int.from_bytes(digest[:4]) >> 2
    return "".join(ALPHABET[bits >> 5 * place & 31] for place in range(LENGTH))


def hash_of(nonce: bytes, code: str) -> bytes:
    """What is stored, and compared with what the collector says."""
    return hashlib.sha256(nonce + code.encode()).digest()


def qr_text(code: str) -> str:
    """What the customer's QR code holds: nothing but the code."""
    return f"{_SCANNED}{code}"


def normalize(typed: str) -> str | None:
    """A code as it was typed or scanned, or None for what cannot be one: "abc-def" -> "ABCDEF"."""
    text = typed.strip().upper().removeprefix(_SCANNED)
    code = re.sub(r"[\s.-]", "", text)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
