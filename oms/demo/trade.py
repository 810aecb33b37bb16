"""How the demo's orders come in and are paid: from five channels, more on Sundays, and not always smoothly."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from oms.db import Actor, call, rows
from oms.demo.assortment import Item
from oms.demo.baskets import Basket, Baskets
from oms.demo.customers import Buyer, Buyers
from oms.demo.places import Place
from oms.demo.shop import Company
from oms.demo.timeline import Timeline
from oms.demo.work import Work

_A_DAY = {"shop-de": 3.3, "shop-us": 0.9, "market": 1.15, "phone": 0.5, "shop-uk": 0.7}
_WEEKDAY = (1.0, 0.9, 0.9, 1.0, 0.9, 1.1, 1.4)
_HOUR = (1, 0, 0, 0, 0, 1, 2, 4, 6, 7, 8, 8, 9, 8, 8, 7, 7, 8, 9, 11, 13, 12, 8, 4)
_PICKUP = 0.22  # of the German shop's orders
_NOTES = (
    "Please ring twice, the bell is shy.",
    "It's a present: no invoice in the box, please.",
    "Leave it with the neighbors at number 12.",
    "Can I get this before Saturday?",
)


class Trade:
    """Places the orders of ninety days."""

    def __init__(self, chance: Random, company: Company, timeline: Timeline, baskets: Baskets, work: Work) -> None:
        self._chance = chance
        self._company = company
        self._timeline = timeline
        self.buyers = Buyers(chance)
        self.baskets = baskets
        self.work = work

    def plan(self, start: datetime, end: datetime, kits: list[Item]) -> None:
        """Spread orders over the days: a little more each week, and a kit each week."""
        days = (end - start).days + 1
        for number in range(days):
            day = start + timedelta(days=number)
            growth = 0.8 + 0.4 * number / days
            for channel, usual in _A_DAY.items():
                for _ in range(self._how_many(usual * growth * _WEEKDAY[day.weekday()])):
                    self._timeline.at(self._some_time(day), self._company.channels[channel], self._order, channel)

        for number in range(0, days, 7):
            moment = self._some_time(start + timedelta(days=number))
            self._timeline.at(moment, self._company.channels["shop-de"], self._kit, kits[number // 7 % len(kits)])

    def place(self, basket: Basket, **more: Any) -> tuple[int, int]:
        """Place a basket; its order and its request. `more` goes over what the basket says."""
        basket.given.update(more)
        placed = call("channels.place", p_channel=basket.given["channel"], p_order=basket.given)
        if placed["outcome"] != "placed":
            raise ValueError(placed)
        return placed["order_id"], self.work.begin(placed["order_id"], basket)

    def buyer(self, channel: str) -> tuple[Buyer, Place | None]:
        """Who orders, and where they collect it, if they do."""
        if channel in ("shop-us", "shop-uk"):
            return self.buyers.somebody_in("US" if channel == "shop-us" else "GB"), None
        if channel == "shop-de" and self._chance.random() < _PICKUP:
            store, city = self._chance.choice((("BERLIN", "Berlin"), ("BERLIN", "Berlin"), ("LISBON", "Lisboa")))
            return self.buyers.neighbor(city), self._company.places[store]
        return self.buyers.anybody(), None

    def _order(self, channel: str) -> None:
        buyer, pickup_at = self.buyer(channel)
        note = {"note": self._chance.choice(_NOTES)} if self._chance.random() < 0.06 else {}  # noqa: PLR2004
        basket = self.baskets.fill(channel, buyer, self._timeline.now, pickup_at, **note)
        for chance, story in self._stories(channel, pickup_at):
            if self._chance.random() < chance:
                story(basket)
                return
        self._paid(basket)

    def _kit(self, kit: Item) -> None:
        self._paid(self.baskets.fill("shop-de", self.buyers.anybody(), self._timeline.now, lines=[(kit, 1)]))

    def _stories(self, channel: str, pickup_at: Place | None) -> Iterator[tuple[float, Any]]:
        """What may become of an order that isn't simply paid, and how often."""
        if channel == "phone":
            yield 0.4, self._on_invoice
            yield 0.8, self._by_transfer
        if pickup_at:
            yield 0.25, self._on_pickup
        if channel in ("shop-us", "shop-de"):
            yield 0.15, self._authorized
            yield 0.03, self._suspicious
        yield 0.02, self._regretted
        yield 0.04, self._refunded

    def _paid(self, basket: Basket) -> int:
        order_id, request_id = self.place(basket, payments=[self.baskets.payment("capture", basket)])
        self.work.follow(request_id)
        return order_id

    def _authorized(self, basket: Basket) -> None:
        """Charged when it leaves; at once where nothing has to."""
        if not any(charge["kind"] == "shipping" for charge in basket.given["charges"]):
            self._paid(basket)
            return
        self.work.follow(self.place(basket, payments=[self.baskets.payment("authorize", basket)])[1])

    def _on_pickup(self, basket: Basket) -> None:
        self.work.follow(self.place(basket, terms="on_pickup", payments=[])[1])

    def _on_invoice(self, basket: Basket) -> None:
        order_id, request_id = self.place(basket, terms="invoice", payments=[])
        self.work.follow(request_id)
        self._later(
            self._chance.uniform(9, 30), self._company.people["service"], self._pay, order_id, request_id, basket
        )

    def _by_transfer(self, basket: Basket) -> None:
        """Most pay in a day or three; whoever hasn't after ten is canceled."""
        order_id, request_id = self.place(basket, payments=[])
        service = self._company.people["service"]
        if self._chance.random() < 0.8:  # noqa: PLR2004
            self._later(self._chance.uniform(0.6, 3.5), service, self._pay, order_id, request_id, basket)
        else:
            self._later(10, service, self._cancel, order_id, "Not paid within ten days")

    def _suspicious(self, basket: Basket) -> None:
        """Held for a look at it, then let go."""
        held = {"reason": "fraud", "note": "Card and delivery country differ"}
        order_id, request_id = self.place(basket, payments=[self.baskets.payment("capture", basket)], holds=[held])
        self._later(self._chance.uniform(0.2, 1.2), self._company.people["service"], self._clear, order_id, request_id)

    def _regretted(self, basket: Basket) -> None:
        order_id = self._paid(basket)
        self._later(0.03, self._company.people["service"], self._cancel, order_id, "Changed their mind", basket)

    def _refunded(self, basket: Basket) -> None:
        """Something was wrong with it: part of the money back, weeks later."""
        order_id = self._paid(basket)
        share = self._chance.choice((1, 2, 4))
        service = self._company.people["service"]
        self._later(self._chance.uniform(7, 16), service, self.work.refund, order_id, basket, share)

    def _pay(self, order_id: int, request_id: int, basket: Basket) -> None:
        call("orders.record_payment", p_order_id=order_id, p_event=self.baskets.payment("capture", basket))
        self.work.follow(request_id)

    def _clear(self, order_id: int, request_id: int) -> None:
        call("orders.add_note", p_order_id=order_id, p_text="Called the customer: it is a present for her sister.")
        call("orders.unhold", p_order_id=order_id, p_reason="fraud")
        self.work.follow(request_id)

    def _cancel(self, order_id: int, reason: str, basket: Basket | None = None) -> None:
        """Unless it is too late."""
        canceled = rows(
            "select orders.cancel(id, :reason) from orders.orders"
            " where id = :id and state = 'placed' and fulfillment_status in ('unfulfilled', 'in_progress')",
            id=order_id,
            reason=reason,
        )
        if canceled and basket:
            self.work.refund(order_id, basket)

    def _later(self, days: float, who: Actor, step: Any, *given: Any) -> None:
        self._timeline.at(self._timeline.now + timedelta(days=days), who, step, *given)

    def _how_many(self, expected: float) -> int:
        whole = int(expected)
        return whole + (self._chance.random() < expected - whole) + self._chance.choice((-1, 0, 0, 1)) * (whole > 1)

    def _some_time(self, day: datetime) -> datetime:
        hour = self._chance.choices(range(24), _HOUR)[0]
        return day.replace(hour=hour, minute=self._chance.randrange(60), second=self._chance.randrange(60))
