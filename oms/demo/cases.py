"""What a visitor should find in the demo, whatever day it is: something in every state, and some that went wrong."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Row

from oms.db import call, rows, value
from oms.demo.assortment import Item
from oms.demo.baskets import Basket
from oms.demo.customers import Buyer
from oms.demo.shop import Company
from oms.demo.timeline import Timeline
from oms.demo.trade import Trade


class Cases:
    """Tells some stories by hand, in the last days and hours."""

    def __init__(self, chance: Random, company: Company, timeline: Timeline, trade: Trade, items: list[Item]) -> None:
        self._chance = chance
        self._company = company
        self._timeline = timeline
        self._trade = trade
        self._buyers = trade.buyers
        self._baskets = trade.baskets
        self._work = trade.work
        self._items = {item.sku: item for item in items}

    def plan(self, end: datetime) -> None:
        """Each story begins so many hours before the end."""
        german = self._company.channels["shop-de"]
        for hours, story in (
            (220, self._never_collected),
            (75, self._overdue),
            (74, self._accepted_too_late),
            (52, self._waiting_on_the_shelf),
            (31, self._held_for_its_address),
            (28, self._not_paid_yet),
            (26, self._partly_paid),
            (20, self._waiting_in_lisbon),
            (7, self._short_in_berlin),
            (6, self._suspected),
            (5.5, self._quarantined),
            (5, self._at_every_step),
            (4, self._to_be_charged),
            (3, self._only_gift_cards),
            (0.6, self._being_picked_in_berlin),
            (0.1, self._just_in),
            (0.08, self._turned_down),
        ):
            self._timeline.at(end - timedelta(hours=hours), german, story)
        self._timeline.at(end - timedelta(minutes=4), self._company.people["service"], self._think_it_over)

    def _never_collected(self) -> None:
        """Ready in Lisbon for five days, reminded, returned to stock, refunded."""
        work = self._pickup("LISBON", self._buyers.neighbor("Lisboa", "pt_BR"))
        self._after(0.7, self._shelve, work, "B2", True)  # noqa: FBT003

    def _waiting_on_the_shelf(self) -> None:
        """Ready in Berlin; its customer reads Arabic."""
        work = self._pickup("BERLIN", self._buyers.neighbor("Berlin", "ar"))
        self._after(0.9, self._shelve, work, "A2", False)  # noqa: FBT003

    def _waiting_in_lisbon(self) -> None:
        work = self._pickup("LISBON", self._buyers.neighbor("Lisboa"))
        self._after(0.5, self._shelve, work, "A1", False)  # noqa: FBT003

    def _accepted_too_late(self) -> None:
        """Released to Berlin before any weekend, and nobody has seen it: it is late on whatever day the demo begins."""
        self._pickup("BERLIN", self._buyers.neighbor("Berlin", "de"))

    def _being_picked_in_berlin(self) -> None:
        work = self._pickup("BERLIN", self._buyers.neighbor("Berlin", "de"), kinds=3)
        self._after(0.2, self._pick_one, work)

    def _just_in(self) -> None:
        self._pickup("BERLIN", self._buyers.neighbor("Berlin"))
        self._pickup("LISBON", self._buyers.neighbor("Lisboa"))

    def _turned_down(self) -> None:
        """Berlin cannot do it; somebody else does."""
        work = self._shipped_from("BERLIN", self._buyers.neighbor("Berlin"))
        self._after(0.01, self._reject, work)

    def _overdue(self) -> None:
        """The warehouse should have sent this long ago, weekend or not."""
        self._shipped_from("LEIPZIG", self._buyers.neighbor("München"))

    def _short_in_berlin(self) -> None:
        """Berlin finds only part of it; the warehouse sends the rest."""
        work = self._shipped_from("BERLIN", self._buyers.neighbor("Berlin", "de"), kinds=2)
        self._after(1, self._pick_short, work)

    def _at_every_step(self) -> None:
        """One order at each step of the warehouse's work."""
        for city, hours, step in (
            ("Hamburg", 0.5, self._accept),
            ("Köln", 0.6, self._pick_one),
            ("Stuttgart", 0.9, self._pick_all),
            ("Dresden", 1.2, self._pack),
            ("Frankfurt am Main", 1.4, self._pack_and_label),
        ):
            work = self._shipped_from("LEIPZIG", self._buyers.neighbor(city, "de"), kinds=2)
            self._after(hours, step, work)

    def _held_for_its_address(self) -> None:
        basket = self._basket(self._buyers.anybody(), "LEIPZIG")
        self._place(basket, holds=[{"reason": "address", "note": "No such house number; wrote to the customer"}])

    def _suspected(self) -> None:
        basket = self._basket(self._buyers.anybody(), "LEIPZIG", kinds=4)
        self._place(basket, holds=[{"reason": "fraud", "note": "Third card tried, delivery to a hotel"}])

    def _not_paid_yet(self) -> None:
        """By bank transfer: reserved, and not released before the money is there."""
        buyer = self._buyers.neighbor("Hannover")
        self._trade.place(
            self._baskets.fill("phone", buyer, self._timeline.now, lines=self._lines("LEIPZIG", 1)), payments=[]
        )

    def _to_be_charged(self) -> None:
        """Authorized, and charged when it leaves."""
        basket = self._basket(self._buyers.neighbor("Erfurt"), "LEIPZIG", kinds=2)
        self._trade.place(basket, payments=[self._baskets.payment("authorize", basket)])

    def _partly_paid(self) -> None:
        """A transfer that is five euros short."""
        basket = self._baskets.fill(
            "phone", self._buyers.anybody(), self._timeline.now, lines=self._lines("LEIPZIG", 2)
        )
        self._trade.place(basket, payments=[self._baskets.payment("capture", basket, basket.total_minor - 500)])

    def _think_it_over(self) -> None:
        """Begun on the phone and kept as a draft, as its form keeps it."""
        buyer = self._buyers.neighbor("Leipzig")
        given = self._baskets.fill("phone", buyer, self._timeline.now, lines=self._lines("LEIPZIG", 2)).given
        lines = [{"sku": n["sku"], "quantity": n["quantity"], "price": n["unit_price_minor"]} for n in given["lines"]]
        said = {"language": buyer.language, "note": "Asks at home first, calls back tomorrow", "lines": lines}
        draft = {
            "key": "demo-draft",
            "form": buyer.address | buyer.customer | said,
            "order": given,
            "total_minor": sum(line["price"] * line["quantity"] for line in lines),
        }
        call("orders.save_draft", p_draft=draft)

    def _only_gift_cards(self) -> None:
        lines = [(self._items["HH-GIFT-50"], 2)]
        self._place(self._baskets.fill("shop-de", self._buyers.anybody(), self._timeline.now, lines=lines))

    def _quarantined(self) -> None:
        """Two orders that cannot be placed as they came."""
        basket = self._basket(self._buyers.neighbor("Bremen"), "LEIPZIG", kinds=2)
        basket.given["lines"][0] |= {"sku": "HH-SKARN-MOS-M", "title": "Skarn rain jacket – Moss / M"}
        basket.given["lines"][1]["quantity"] = 0
        basket.given["ship_to"] = basket.given["ship_to"] | {"postal_code": "", "city": ""}
        self._misplace("shop-de", basket, stated_total_minor=basket.total_minor + 2000)
        buyer = self._buyers.somebody_in("GB")
        basket = self._baskets.fill("shop-uk", buyer, self._timeline.now, lines=self._lines("LEIPZIG", 1))
        self._misplace("shop-uk", basket, stated_total_minor=basket.total_minor - 100)

    def _misplace(self, channel: str, basket: Basket, **more: Any) -> None:
        given = basket.given | {"payments": [self._baskets.payment("capture", basket)]} | more
        placed = call("channels.place", p_channel=channel, p_order=given)
        if placed["outcome"] != "quarantined":
            raise ValueError(placed)

    def _pickup(self, code: str, buyer: Buyer, kinds: int = 1) -> Row[Any]:
        place = self._company.places[code]
        lines = self._lines(code, kinds)
        request_id = self._place(self._baskets.fill("shop-de", buyer, self._timeline.now, place, lines=lines))
        return self._work.released(request_id)[0]

    def _shipped_from(self, code: str, buyer: Buyer, kinds: int = 1) -> Row[Any]:
        return self._work.released(self._place(self._basket(buyer, code, kinds)))[0]

    def _basket(self, buyer: Buyer, code: str, kinds: int = 1) -> Basket:
        return self._baskets.fill("shop-de", buyer, self._timeline.now, lines=self._lines(code, kinds))

    def _lines(self, code: str, kinds: int) -> list[tuple[Item, int]]:
        """Things a place has plenty of, and the warehouse too."""
        found = rows(
            "select v.sku from catalog.variants as v"
            " join inventory.levels as l on l.variant_id = v.id join inventory.levels as w on w.variant_id = v.id"
            " where l.location_id = :place_id and w.location_id = :warehouse_id"
            " and l.on_hand - l.reserved - l.safety - l.unavailable >= 4"
            " and w.on_hand - w.reserved - w.safety - w.unavailable >= 8 order by v.id",
            place_id=self._company.places[code].id,
            warehouse_id=self._company.places["LEIPZIG"].id,
        )
        return [(self._items[level.sku], 2) for level in self._chance.sample(found, kinds)]

    def _place(self, basket: Basket, **more: Any) -> int:
        return self._trade.place(basket, payments=[self._baskets.payment("capture", basket)], **more)[1]

    def _after(self, hours: float, step: Any, work: Row[Any], *given: Any) -> None:
        staff = self._company.place(work.location_id).staff
        self._timeline.at(self._timeline.now + timedelta(hours=hours), staff, step, work, *given)

    def _accept(self, work: Row[Any]) -> None:
        call("fulfillment.accept", p_order_id=work.id)

    def _reject(self, work: Row[Any]) -> None:
        call("fulfillment.reject", p_order_id=work.id, p_reason="no_capacity")

    def _pick_one(self, work: Row[Any]) -> None:
        self._accept(work)
        line_id = value("select id from fulfillment.lines where order_id = :id order by id limit 1", id=work.id)
        call("fulfillment.pick", p_line_id=line_id, p_quantity=1)

    def _pick_all(self, work: Row[Any]) -> None:
        self._accept(work)
        rows("select fulfillment.pick(id, quantity) from fulfillment.lines where order_id = :id", id=work.id)

    def _pick_short(self, work: Row[Any]) -> None:
        self._accept(work)
        self._work.miss_one(work)
        rows(
            "select fulfillment.pick(id, quantity - short) from fulfillment.lines where order_id = :id and quantity > short",
            id=work.id,
        )

    def _pack(self, work: Row[Any]) -> int:
        self._pick_all(work)
        return int(call("fulfillment.pack", p_order_id=work.id))

    def _pack_and_label(self, work: Row[Any]) -> None:
        self._work.label(self._pack(work), self._company.place(work.location_id))

    def _shelve(self, work: Row[Any], shelf: str, is_forgotten: bool) -> None:  # noqa: FBT001
        self._pick_all(work)
        pickup_id, _ = self._work.shelve(work, shelf)
        if is_forgotten:
            self._work.forget(work, pickup_id)
