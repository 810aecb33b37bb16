"""The repair form: what stands in each field, what is wrong with it, and what somebody else has made of it meanwhile."""

from collections.abc import Mapping
from typing import Any

from oms.channels.quarantine import queries
from oms.channels.quarantine.fields import field_of
from oms.channels.quarantine.repairs import at, lines_of, repaired
from oms.channels.reasons import sentence

ADDRESS = ("name", "company", "line1", "line2", "postal_code", "city", "region", "country_code")
LINE = ("sku", "title", "quantity", "unit_price_minor")
# What a reason points to that has a place of its own on the page.
_ELSEWHERE = {"/lines", "/payments", "/stated_total_minor", ""}


class Repair:
    """One record's form. `sent` is what was typed, shown again with its mistakes or after somebody else's change."""

    def __init__(self, record: Any, sent: Mapping[str, str] | None = None, *, is_overtaken: bool = False) -> None:
        self.record = record
        self.currency = self._currency(record)
        self.payload = repaired(record.payload, sent, self.currency) if sent else record.payload
        self.is_overtaken = is_overtaken
        self.answer = queries.checked(record.channel_code, self.payload, record.reasons)
        self.reasons = self.answer["reasons"]
        self._by_pointer: dict[str, list[str]] = {}
        for reason in self.reasons:
            self._by_pointer.setdefault(reason["pointer"], []).append(sentence(reason))

    def text(self, pointer: str) -> str:
        field = field_of(pointer)
        return field.show(at(self.payload, pointer), self.currency) if field else ""

    def label(self, pointer: str) -> str:
        field = field_of(pointer)
        return str(field.label) if field else pointer

    def mistakes(self, pointer: str) -> list[str]:
        return self._by_pointer.get(pointer, [])

    def meanwhile(self, pointer: str) -> str | None:
        """What stands there now, where it is not what this person typed."""
        field = field_of(pointer)
        if not self.is_overtaken or field is None:
            return None
        theirs = field.show(at(self.record.payload, pointer), self.currency)
        return theirs if theirs != self.text(pointer) else None

    def has(self, code: str) -> dict[str, Any] | None:
        """The reason of this code, if there is one."""
        return next((reason for reason in self.reasons if reason["code"] == code), None)

    def line_has(self, index: int, code: str) -> dict[str, Any] | None:
        return next(
            (reason for reason in self.reasons if reason["code"] == code and reason.get("line") == index + 1), None
        )

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The lines as given; an empty one where there are none, to be filled in."""
        return lines_of(self.payload) or [{}]

    @property
    def completed_lines(self) -> list[dict[str, Any]]:
        """The same with what the catalog knows."""
        return self.answer["order"].get("lines") or [{}]

    @property
    def is_pickup(self) -> bool:
        return at(self.payload, "/delivery/method") == "pickup"

    @property
    def others(self) -> list[str]:
        """Places with a mistake that the page has no field for of its own."""
        shown = {f"/ship_to/{name}" for name in ADDRESS} | {
            f"/lines/{index}/{name}" for index in range(len(self.lines)) for name in LINE
        }
        shown |= {"/delivery/location"} | _ELSEWHERE
        flags = ("fulfilled_quantity", "removed_quantity")
        return [pointer for pointer in self._by_pointer if pointer not in shown and not pointer.endswith(flags)]

    def _currency(self, record: Any) -> str:
        stated = str(record.payload.get("currency") or "")
        return stated if len(stated) == len("EUR") and stated.isupper() else record.channel_currency
