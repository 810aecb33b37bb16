"""What pickup needs to know of money, which it may not ask for itself: orders provides it (oms/orders/counter.py)."""

from dataclasses import dataclass
from typing import Protocol

from flask import current_app


@dataclass(frozen=True)
class Due:
    """What is still to be paid when an order is handed over."""

    amount_minor: int
    currency: str


class Till(Protocol):
    """Asks for money, and writes down that it was taken."""

    def due(self, request_id: int) -> Due | None: ...

    def take(self, request_id: int, pickup_id: int, amount_minor: int, means: str) -> None: ...


def till() -> Till:
    return current_app.extensions["till"]
