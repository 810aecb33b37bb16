"""The lines of an order as they lie: by the work they are in, and what is in no work."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Row


class Part(NamedTuple):
    """So many units of what an order takes from stock: of a component of its line, or of a line with nothing to deliver."""

    line: Row[Any]
    quantity: int
    picked: int = 0
    short: int = 0


@dataclass(frozen=True)
class Group:
    """What one location does of an order."""

    work: Row[Any]
    parts: list[Part]

    @property
    def picked(self) -> int:
        return sum(part.picked for part in self.parts)

    @property
    def quantity(self) -> int:
        return sum(part.quantity - part.short for part in self.parts)


@dataclass(frozen=True)
class Grouped:
    """All of an order's units, each once; and the work that came to nothing."""

    groups: list[Group]
    given_up: list[Group]
    waiting: list[Part]
    elsewhere: list[Part]  # at locations that the reader does not see
    canceled: list[Part]
    undelivered: list[Part]  # nothing to deliver: vouchers, fees
    kits: list[Part]  # what was sold of them; the other lists have their parts


def grouped(lines: Sequence[Row[Any]], components: Sequence[Row[Any]], works: Sequence[Row[Any]]) -> Grouped:
    by_demand = {component.demand_line_id: component for component in components}
    delivered = {component.line_id for component in components}
    kits = {component.line_id for component in components if component.kit}
    groups = [
        Group(
            work,
            [Part(by_demand[f["demand_line_id"]], f["quantity"], f["picked"], f["short"]) for f in work.lines or ()],
        )
        for work in works
    ]
    seen: Counter[int] = Counter()
    for group in groups:
        if not group.work.is_given_up:
            for part in group.parts:
                seen[part.line.demand_line_id] += part.quantity - part.short
    return Grouped(
        groups=[group for group in groups if not group.work.is_given_up],
        given_up=[group for group in groups if group.work.is_given_up],
        waiting=[Part(one, one.waiting) for one in components if one.waiting],
        elsewhere=[
            Part(one, left) for one in components if (left := one.assigned + one.shipped - seen[one.demand_line_id]) > 0
        ],
        canceled=[Part(one, one.canceled) for one in components if one.canceled],
        undelivered=[Part(line, line.quantity) for line in lines if line.id not in delivered],
        kits=[Part(line, line.quantity) for line in lines if line.id in kits],
    )
