"""How the demo's stock comes in: the opening stock, weekly deliveries, and what people find when they count."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

from oms.db import call, rows
from oms.demo.assortment import Item
from oms.demo.places import Place
from oms.demo.shop import Company
from oms.demo.timeline import Timeline

# How many of the SKUs a place has besides the warehouse, and how much of the warehouse's quantity.
_SHARES = {"BERLIN": (0.6, 0.25), "LISBON": (0.5, 0.2), "NEWARK": (0.7, 0.5)}
_SCARCE = 70  # SKUs whose supplier has gone quiet, so that orders wait
_QUIET = timedelta(days=28)
_COST_PERCENT = 48  # of the price, what a supplier asks


class Stock:
    """Fills the shelves and keeps them filled."""

    def __init__(self, chance: Random, company: Company, timeline: Timeline, items: list[Item]) -> None:
        self._chance = chance
        self._company = company
        self._timeline = timeline
        own = [item for item in items if item.is_shipped and not item.supplier]
        self._supplied = [item for item in items if item.supplier]
        self._scarce = chance.sample([item.sku for item in own], _SCARCE)
        self._opening = self._shares(own)
        for item in self._supplied:
            self._opening.setdefault(item.supplier, {})[item.sku] = item.stock

    def skus(self, code: str) -> set[str]:
        """What a place has at all."""
        return set(self._opening[code])

    def plan(self, start: datetime, end: datetime, on_arrival: Callable[[], None]) -> None:
        """From the opening on: deliveries on Tuesdays, counting on Thursdays."""
        leipzig = self._company.places["LEIPZIG"]
        self._timeline.at(start, leipzig.staff, self._open)
        day = leipzig.o_clock(start + timedelta(days=1), 9, 30)
        while day < end:
            for place in self._company.places.values():
                if day.weekday() == 1:
                    scarce = self._scarce if day > end - _QUIET else []
                    self._timeline.at(day, place.staff, self._refill, place, scarce, on_arrival)
                if day.weekday() == 3:  # noqa: PLR2004 - Thursday
                    self._timeline.at(day + timedelta(hours=5), place.staff, self._count, place.id)
            day = leipzig.o_clock(day + timedelta(hours=12), 9, 30)

    def _shares(self, items: list[Item]) -> dict[str, dict[str, int]]:
        """What each place begins with."""
        opening: dict[str, dict[str, int]] = {"LEIPZIG": {}, **{code: {} for code in _SHARES}}
        for item in items:
            is_scarce = item.sku in self._scarce
            quantity = 4 if is_scarce else round(item.stock * self._chance.uniform(0.8, 1.3))
            opening["LEIPZIG"][item.sku] = quantity
            for code, (skus, share) in _SHARES.items():
                if not is_scarce and self._chance.random() < skus:
                    opening[code][item.sku] = max(3, round(item.stock * share))
        return opening

    def _open(self) -> None:
        levels = [
            self._level(sku, code, quantity) for code, skus in self._opening.items() for sku, quantity in skus.items()
        ]
        _receive(levels, "Opening stock")
        rows(
            "select inventory.set_terms(v.id, l.location_id, l.safety, l.bin)"
            " from jsonb_to_recordset(:levels) as l (sku text, location_id int, safety int, bin text)"
            " join catalog.variants as v on v.sku = l.sku order by v.id, l.location_id",
            levels=levels,
        )
        rows(
            "select inventory.set_aside(v.id, l.location_id, l.unavailable, 'other', 'In the window')"
            " from jsonb_to_recordset(:levels) as l (sku text, location_id int, unavailable int)"
            " join catalog.variants as v on v.sku = l.sku where l.unavailable > 0 order by v.id, l.location_id",
            levels=levels,
        )
        for item in self._supplied:
            supplier = self._company.places[item.supplier]
            cost = item.prices["EUR"] * _COST_PERCENT // 100
            call("inventory.set_supplier_cost", p_location_id=supplier.id, p_sku=item.sku, p_cost_minor=cost)

    def _level(self, sku: str, code: str, quantity: int) -> dict[str, object]:
        is_store = code in ("BERLIN", "LISBON")
        shelf, row = self._chance.choice("ABCDEFGH"), self._chance.randrange(1, 25)
        return {
            "sku": sku,
            "location_id": self._company.places[code].id,
            "quantity": quantity,
            "safety": 1 if is_store else 2 if quantity > 20 and self._chance.random() < 0.3 else 0,  # noqa: PLR2004
            "unavailable": 1 if self._chance.random() < 0.02 else 0,  # noqa: PLR2004 - the one in the window
            "bin": f"{shelf}{row % 4 + 1}" if is_store else f"{shelf}-{row:02d}-{self._chance.randrange(1, 6)}",
        }

    def _refill(self, place: Place, scarce: list[str], on_arrival: Callable[[], None]) -> None:
        """What has run low is delivered; then whoever waited for it gets it."""
        low = rows(
            "select v.sku, l.on_hand - l.reserved as free from inventory.levels as l"
            " join catalog.variants as v on v.id = l.variant_id where l.location_id = :location_id order by v.sku",
            location_id=place.id,
        )
        opening = self._opening[place.code]
        arriving: list[dict[str, object]] = [
            {"sku": level.sku, "location_id": place.id, "quantity": opening[level.sku]}
            for level in low
            if level.sku not in scarce and level.free < max(3, opening[level.sku] // 3)
        ]
        if arriving:
            _receive(arriving, f"PO-{self._timeline.now:%y%m%d}-{place.id}")
            on_arrival()

    def _count(self, location_id: int) -> None:
        """A few bins are counted; one of them is off, something is broken."""
        rows(
            "select inventory.adjust(l.variant_id, l.location_id, l.difference, l.reason, l.note) from ("
            "  select l.variant_id, l.location_id, a.difference, a.reason, a.note"
            "  from jsonb_to_recordset(:found) as a (place int, difference int, reason text, note text)"
            "  join lateral (select * from inventory.levels where location_id = :location_id"
            "    and on_hand - reserved - unavailable > 2 order by variant_id offset a.place limit 1) as l on true"
            "  order by l.variant_id) as l",
            location_id=location_id,
            found=self._findings(),
        )

    def _findings(self) -> list[dict[str, object]]:
        kinds = (
            (-1, "counted", "Cycle count"),
            (1, "counted", "Cycle count"),
            (-1, "damaged", "Torn packaging"),
            (-1, "lost", ""),
            (1, "found", "Was behind the rack"),
            (-1, "sample", "For the photographer"),
        )
        chosen = self._chance.sample(kinds, self._chance.choice((1, 2, 3)))
        places = self._chance.sample(range(80), len(chosen))
        return [
            {"place": place, "difference": difference, "reason": reason, "note": note}
            for place, (difference, reason, note) in zip(places, chosen, strict=True)
        ]


def _receive(levels: list[dict[str, object]], note: str) -> None:
    rows(
        "select inventory.receive(v.id, l.location_id, l.quantity, :note)"
        " from jsonb_to_recordset(:levels) as l (sku text, location_id int, quantity int)"
        " join catalog.variants as v on v.sku = l.sku order by v.id, l.location_id",
        levels=levels,
        note=note,
    )
