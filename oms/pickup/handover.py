"""Giving a pickup to its collector: the code, and the money, in one transaction."""

from typing import Any

from sqlalchemy import Row

from oms.db import call, transaction
from oms.pickup import codes, queries
from oms.pickup.till import Due, till


def with_code(pickup: Row[Any], typed: str, due: Due | None, means: str) -> bool:
    """Whether the code was right. A wrong one counts, and nothing else happens."""
    code = codes.normalize(typed) or ""
    code_hash = codes.hash_of(queries.nonce(pickup.pickup_id), code)
    with transaction():
        is_right: bool = call(
            "pickup.hand_over",
            p_pickup_id=pickup.pickup_id,
            p_proof="code",
            p_code_hash=code_hash,
            p_collected_by=pickup.customer or "",
        )
        if is_right:
            _take(pickup, due, means)
    return is_right


def with_identity(pickup: Row[Any], collected_by: str, due: Due | None, means: str) -> None:
    with transaction():
        call(
            "pickup.hand_over",
            p_pickup_id=pickup.pickup_id,
            p_proof="id",
            p_code_hash=None,
            p_collected_by=collected_by,
        )
        _take(pickup, due, means)


def _take(pickup: Row[Any], due: Due | None, means: str) -> None:
    if due:
        till().take(pickup.request_id, pickup.pickup_id, due.amount_minor, means)
