"""Working through a file of orders: first a dry run that only looks, then for real; one order at a time.

Each order has a transaction of its own, together with its share of the import's counts. So a job that dies in the middle
goes on behind the last order that was counted, a refused one stops nothing, and no buyer waits for a whole file.
"""

import time
from typing import Any

from psycopg.types.json import Jsonb
from sqlalchemy.exc import DataError, IntegrityError

from oms.channels import queries
from oms.channels.shopify_csv.orders import REQUIRED, Order, is_canceled, is_sent, order_of, orders_in
from oms.channels.shopify_csv.reading import Record, records
from oms.db import Actor, DomainError, acting_as, call, transaction

SECONDS_MAX = 60  # of one task; the next one goes on from there
_COUNTERS = {
    "new": "orders_new",
    "placed": "orders_new",
    "known": "orders_known",
    "invalid": "orders_quarantined",
    "quarantined": "orders_quarantined",
}


class Work:
    """One import, from where it stands to its end or until the time is over."""

    def __init__(self, import_id: int) -> None:
        self._import = queries.import_(import_id)
        self._channel = queries.channel(self._import.channel_id)
        self._pickups = queries.pickup_places()
        self._seen: set[str] = set()

    def run(self) -> bool:
        """Returns whether the end was reached. Raises UnreadableError."""
        until = time.monotonic() + SECONDS_MAX
        skipped = self._begin()
        passed = 0
        with acting_as(Actor("channel", self._channel.id, self._channel.name)):
            for rows in orders_in(records(self._import.content, REQUIRED)):
                if passed > skipped and time.monotonic() > until:  # at least one order each time
                    return False
                passed += len(rows)
                if passed > skipped:
                    self._take(rows)
                self._seen.add(rows[0].text("name"))
        return True

    def _begin(self) -> int:
        """How many rows an earlier task has done."""
        if self._import.state == "running":
            return int(self._import.rows_read)
        total = sum(1 for _ in records(self._import.content, REQUIRED))
        call("channels.begin_import", p_id=self._import.id, p_rows_total=total)
        return 0

    def _take(self, rows: list[Record]) -> None:
        code = self._left_out(rows)
        if code is not None:
            self._record(rows, {"rows_skipped": len(rows)}, [{"code": code}], is_skipped=True)
            return
        try:
            with transaction():
                answer = self._settle(rows)
                counts = {"orders_read": 1, _COUNTERS[answer["outcome"]]: 1}
                self._record(rows, counts, answer["reasons"], is_skipped=False)
        except (DomainError, DataError, IntegrityError) as error:
            refused = {"code": "refused", "refusal": error.code if isinstance(error, DomainError) else ""}
            self._record(rows, {"orders_read": 1, "rows_skipped": len(rows)}, [refused], is_skipped=True)

    def _left_out(self, rows: list[Record]) -> str | None:
        """Why these rows are no order to place, if they are none."""
        first = rows[0]
        if not first.text("name"):
            return "no_name"
        if any(row.is_too_wide for row in rows):
            return "wrong_columns"
        if first.text("name") in self._seen and not first.text("total"):
            return "repeated"
        if (is_sent(first) or is_canceled(first)) and not queries.is_known(
            self._channel.code, self._external_id(first)
        ):
            return "canceled_already" if is_canceled(first) else "sent_already"
        return None

    def _settle(self, rows: list[Record]) -> dict[str, Any]:
        order = self._with_delivery(order_of(rows, self._channel))
        order["external_id"] = self._external_id(rows[0])
        if not self._import.is_dry_run:
            return call("channels.place", p_channel=self._channel.code, p_order=order, p_import_id=self._import.id)
        if rows[0].text("name") in self._seen:
            return {"outcome": "known", "reasons": []}
        return call("channels.check", p_channel=self._channel.code, p_order=order)

    def _external_id(self, first: Record) -> str:
        """Shopify's id. Older exports have none: then it is the order of this name that came through this channel before."""
        name = first.text("name")
        return first.text("id") or queries.external_id_of(self._channel.code, name) or name

    def _with_delivery(self, order: Order) -> Order:
        """Without an address, a shipping method named like a store of ours means: picked up there."""
        title = order["delivery"]["title"]
        if "ship_to" not in order and title.lower() in self._pickups:
            order["delivery"] = {"method": "pickup", "location": title, "title": title}
        return order

    def _record(self, rows: list[Record], counts: dict[str, int], reasons: list[Any], *, is_skipped: bool) -> None:
        first = rows[0]
        problems = [
            {"row_number": first.number, "name": first.text("name"), "is_skipped": is_skipped, "reason": reason}
            for reason in reasons
        ]
        call(
            "channels.record_import",
            p_id=self._import.id,
            p_counts={"rows_read": len(rows), **counts},
            p_problems=Jsonb(problems),
        )
