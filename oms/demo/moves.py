"""Goods on their way between the demo's places, and what people find when they count a shelf."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row

from oms.db import call, rows
from oms.demo.shop import Company
from oms.demo.timeline import Timeline


class Moves:
    """One transfer that came with differences, one under way, and a count that somebody has to look at."""

    def __init__(self, company: Company, timeline: Timeline) -> None:
        self._places = company.places
        self._timeline = timeline

    def plan(self, end: datetime) -> None:
        leipzig, berlin = self._places["LEIPZIG"], self._places["BERLIN"]
        self._timeline.at(end - timedelta(days=4), leipzig.staff, self._send, "BERLIN", "For the window", True)  # noqa: FBT003
        self._timeline.at(end - timedelta(hours=27), leipzig.staff, self._send, "LISBON", "Autumn refill", False)  # noqa: FBT003
        self._timeline.at(end - timedelta(hours=8), berlin.staff, self._count)

    def _send(self, to: str, note: str, arrives: bool) -> None:  # noqa: FBT001
        """What Leipzig has most of."""
        source, destination = self._places["LEIPZIG"], self._places[to]
        lines = [
            {"sku": level.sku, "quantity": quantity}
            for level, quantity in zip(self._plenty(source.id), (6, 4, 10, 3), strict=True)
        ]
        ends = {"p_source_id": source.id, "p_destination_id": destination.id}
        transfer_id = call("inventory.create_transfer", **ends, p_lines=lines, p_note=note)
        call("inventory.ready_transfer", p_transfer_id=transfer_id)
        call("inventory.send_transfer", p_transfer_id=transfer_id)
        if arrives:
            later = self._timeline.now + timedelta(hours=22)
            self._timeline.at(later, destination.staff, self._receive, transfer_id, lines)

    def _receive(self, transfer_id: int, lines: list[dict[str, object]]) -> None:
        """One is broken, one more came than was sent, and one never."""
        first, second, third, last = lines

        def arrives(line: dict[str, object], quantity: object, outcome: str = "received", note: str = "") -> None:
            given = {"p_code": line["sku"], "p_quantity": quantity, "p_outcome": outcome, "p_note": note}
            call("inventory.receive_transfer", p_transfer_id=transfer_id, **given)

        arrives(first, 5)
        arrives(first, 1, "damaged", "Corner crushed")
        arrives(second, second["quantity"])
        arrives(second, 1, "surplus")
        arrives(third, third["quantity"])
        arrives(last, 2)
        call("inventory.close_transfer", p_transfer_id=transfer_id, p_reason="Not in the box")

    def _count(self) -> None:
        """Those that Berlin has not counted for longest; three of them differ."""
        berlin = self._places["BERLIN"].id
        count_id = call("inventory.start_count", p_location_id=berlin, p_scope="oldest", p_given={"most": 12})
        found = rows(
            "select v.sku, s.on_hand from inventory.count_lines as l join catalog.variants as v on v.id = l.variant_id"
            " join inventory.levels as s on s.variant_id = v.id and s.location_id = :location_id"
            " where l.count_id = :id order by v.sku",
            id=count_id,
            location_id=berlin,
        )
        for level, off in zip(found, (0, -1, 0, 0, 2, 0, 0, -1, 0, 0, 0, 0), strict=True):
            counted = max(level.on_hand + off, 0)
            call("inventory.tally", p_count_id=count_id, p_code=level.sku, p_quantity=counted, p_sets=True)
        call("inventory.review_count", p_count_id=count_id)

    @staticmethod
    def _plenty(location_id: int) -> list[Row[Any]]:
        return rows(
            "select v.sku from inventory.levels as l join catalog.variants as v on v.id = l.variant_id"
            " where l.location_id = :location_id order by l.available desc, v.sku limit 4",
            location_id=location_id,
        )
