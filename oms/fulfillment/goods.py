"""What fulfillment should know of its goods, and may not ask for itself: orders provides it (oms/orders/goods.py)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from flask import current_app


@dataclass(frozen=True)
class Substitute:
    """What could be sent instead, by how much it costs more or less, and where that is decided."""

    sku: str
    title: str
    quantity: int
    difference_minor: int
    currency: str
    href: str


class Goods(Protocol):
    """Knows what was sold."""

    def kits_of(self, demand_line_ids: Iterable[int]) -> dict[int, str]: ...

    def substitutes_of(self, request_id: int) -> dict[int, list[Substitute]]: ...


def goods() -> Goods:
    return current_app.extensions["goods"]
