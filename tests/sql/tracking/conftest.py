"""An order, and how its link is made."""

from typing import Any

import pytest

from tests.support import factories


class Linked:
    """An order whose customer has a link."""

    def __init__(self, db: Any) -> None:
        self.db = db
        self.location_id = factories.location()
        self.order = factories.place_order(at=self.location_id)

    def ensure(self, nonce: bytes = b"nonce", token_hash: bytes = b"hash") -> bytes:
        return bytes(
            self.db.call("tracking.ensure_link", p_order_id=self.order.id, p_nonce=nonce, p_token_hash=token_hash)
        )

    def revoke(self) -> None:
        self.db.call("tracking.revoke_link", p_order_id=self.order.id)

    def opened_by(self, token_hash: bytes) -> int | None:
        found: int | None = self.db.call("tracking.order_of", p_token_hash=token_hash)
        return found


@pytest.fixture
def linked(db: Any) -> Linked:
    return Linked(db)
