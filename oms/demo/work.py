"""How the demo's people work: what is released gets picked, packed and shipped, or waits at a store to be collected."""

from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import Row

from oms.db import Actor, call, rows, value
from oms.demo.baskets import Basket, Baskets
from oms.demo.places import Place
from oms.demo.shop import Company
from oms.demo.timeline import Timeline, one
from oms.fulfillment.carriers import Fact, Shipment
from oms.fulfillment.carriers.simulator import rates
from oms.fulfillment.carriers.simulator.journey import journey
from oms.fulfillment.carriers.simulator.numbers import number_of
from oms.orders import counter
from oms.pickup import codes

_CARRIER = Actor("job", name="Carrier")
_CLOCK = Actor("job", name="Clock")


class Work:
    """Follows orders from their release to the customer's hands."""

    def __init__(self, chance: Random, company: Company, timeline: Timeline, baskets: Baskets, secret_key: str) -> None:
        self._chance = chance
        self._company = company
        self._timeline = timeline
        self._baskets = baskets
        self._secret_key = secret_key
        self.baskets_of: dict[int, tuple[int, Basket]] = {}  # by request: its order and what was in it
        self._seen: set[int] = set()

    def begin(self, order_id: int, basket: Basket) -> int:
        """Follow an order that has just been placed; its request."""
        request_id = int(value("select request_id from orders.orders where id = :id", id=order_id))
        self.baskets_of[request_id] = order_id, basket
        return request_id

    def follow(self, request_id: int) -> None:
        """Plan the work on what has been released of a request since last time."""
        for work in self.released(request_id):
            place = self._company.place(work.location_id)
            if work.method == "pickup":
                self._at_work(place, self._minutes(8, 70), self.pick, work, place)
            else:
                self._at_work(place, self._before_the_carrier(), self.pick, work, place)

    def _before_the_carrier(self) -> timedelta:
        """What came before the cut-off is packed by the time the carrier comes; now and then a day is too full for it."""
        return self._minutes(240, 480) if self._chance.random() < 0.05 else self._minutes(15, 110)  # noqa: PLR2004

    def released(self, request_id: int) -> list[Row[Any]]:
        """Fulfillment orders of a request that nobody has looked at yet."""
        found = rows(
            "select id, request_id, location_id, method from fulfillment.orders"
            " where request_id = :request_id and state = 'released' order by id",
            request_id=request_id,
        )
        new = [work for work in found if work.id not in self._seen]
        self._seen.update(work.id for work in new)
        return new

    def follow_waiting(self) -> None:
        """Goods have come in: what waited for them is routed again."""
        for request_id in call("fulfillment.waiting_requests"):
            if call("fulfillment.retry_backorders", p_request_id=request_id):
                self.follow(request_id)

    def pick(self, work: Row[Any], place: Place) -> None:
        """Pick everything; now and then something cannot be found and is sent from elsewhere."""
        if not rows(
            "select fulfillment.accept(id) from fulfillment.orders where id = :id and state = 'released'", id=work.id
        ):
            return
        if work.method == "ship" and place.code != "NEWARK" and self._chance.random() < 0.02:  # noqa: PLR2004
            self.miss_one(work)
        rows(
            "select fulfillment.pick(id, quantity - short) from fulfillment.lines where order_id = :id and quantity > short",
            id=work.id,
        )
        step = self.stage if work.method == "pickup" else self.pack
        self._timeline.at(self._timeline.now + self._minutes(4, 25), place.staff, step, work, place)

    def miss_one(self, work: Row[Any]) -> None:
        """One unit is not where it should be."""
        line_id = value("select id from fulfillment.lines where order_id = :id order by id limit 1", id=work.id)
        call("fulfillment.short", p_line_id=line_id, p_quantity=1)
        self.follow(work.request_id)

    def pack(self, work: Row[Any], place: Place) -> None:
        """Into a box, with a label on it; the carrier comes in the afternoon."""
        package_id = value(
            "select fulfillment.pack(id) from fulfillment.orders where id = :id and state = 'picked'", id=work.id
        )
        if package_id:
            self.label(package_id, place)
            collection = place.o_clock(self._timeline.now, 16, self._chance.randrange(20, 55))
            self._timeline.at(collection, place.staff, self.ship, work, place, package_id)

    def ship(self, work: Row[Any], place: Place, package_id: int) -> None:
        """Hand over to the carrier, take the money that was authorized, and let the parcel travel."""
        if not rows(
            "select fulfillment.ship(id) from fulfillment.orders where id = :id and state = 'packed'", id=work.id
        ):
            return
        call("invoices.issue", p_fulfillment_order_id=work.id)
        self._capture(work.request_id)
        self._travel(package_id, place)

    def stage(self, work: Row[Any], place: Place) -> None:
        """Onto a shelf, where it waits for its customer; some forget."""
        if not rows("select from fulfillment.orders where id = :id and state = 'picked'", id=work.id):
            return
        pickup_id, code_hash = self.shelve(work, self._chance.choice(("A1", "A2", "A3", "B1", "B2", "B3")))
        if self._chance.random() < 0.08:  # noqa: PLR2004
            self.forget(work, pickup_id)
        else:
            wait = timedelta(hours=self._chance.choice((2, 3, 5, 7, 24, 26, 30, 50, 75)))
            proof = "code" if self._chance.random() < 0.85 else "id"  # noqa: PLR2004
            self._at_work(place, wait, self.hand_over, work, pickup_id, proof, code_hash)

    def shelve(self, work: Row[Any], shelf: str) -> tuple[int, bytes]:
        """Put a picked order on a shelf: the pickup, and the hash of its code."""
        nonce = self._chance.randbytes(16)
        code_hash = codes.hash_of(nonce, codes.code_of(self._secret_key, nonce))
        pickup_id = call("pickup.stage", p_order_id=work.id, p_shelf=shelf, p_nonce=nonce, p_code_hash=code_hash)
        return pickup_id, code_hash

    def forget(self, work: Row[Any], pickup_id: int) -> None:
        """Nobody comes; after the reminder and the last day it goes back."""
        expires_at = value("select expires_at from pickup.pickups where id = :id", id=pickup_id)
        self._timeline.at(self._timeline.now + timedelta(days=2), _CLOCK, self._remind, pickup_id)
        self._timeline.at(expires_at + timedelta(minutes=5), _CLOCK, self._give_up, work, pickup_id)

    def hand_over(self, work: Row[Any], pickup_id: int, proof: str, code_hash: bytes) -> None:
        """The customer is here, pays what is still owed, and has half a minute in which it can be undone."""
        if not self._waits(pickup_id):
            return
        owed = counter.due(work.request_id)
        if owed:
            counter.take(work.request_id, pickup_id, owed.amount_minor, "card")
        name = self.baskets_of[work.request_id][1].given["customer"]["name"]
        call("pickup.hand_over", p_pickup_id=pickup_id, p_proof=proof, p_code_hash=code_hash, p_collected_by=name)
        self._timeline.at(self._timeline.now + timedelta(seconds=40), _CLOCK, self._invoice, work)

    def _invoice(self, work: Row[Any]) -> None:
        call("invoices.issue", p_fulfillment_order_id=work.id)

    def _give_up(self, work: Row[Any], pickup_id: int) -> None:
        """Back to stock, and the money back; somebody carries it to its place the next day."""
        if not self._waits(pickup_id):
            return
        call("pickup.return_to_stock", p_pickup_id=pickup_id)
        order_id, basket = self.baskets_of[work.request_id]
        self.refund(order_id, basket)
        self._at_work(self._company.place(work.location_id), timedelta(hours=26), self._put_back, pickup_id)

    def _waits(self, pickup_id: int) -> bool:
        """Whether it was not canceled meanwhile."""
        return bool(rows("select from pickup.pickups where id = :id and returned_at is null", id=pickup_id))

    def _put_back(self, pickup_id: int) -> None:
        call("pickup.put_back", p_pickup_id=pickup_id)

    def refund(self, order_id: int, basket: Basket, share: int | None = None) -> None:
        """Give a share of the money back, a half or a quarter; without one, whatever is not owed any more."""
        paid = one(
            "select p.captured_minor - p.refunded_minor as minor, p.due_minor - p.waived_minor as owed_minor"
            " from payments.payables as p join orders.orders as o on o.payable_id = p.id where o.id = :id",
            id=order_id,
        )
        amount = paid.minor // share if share else paid.minor - paid.owed_minor
        if amount > 0:
            call("orders.record_payment", p_order_id=order_id, p_event=self._baskets.payment("refund", basket, amount))

    def _remind(self, pickup_id: int) -> None:
        call("pickup.remind", p_pickup_id=pickup_id)

    def label(self, package_id: int, place: Place) -> None:
        """A label of OMS Post, whose journeys are known in advance; nobody prints the old ones again."""
        to = one(
            "select a.country_code from fulfillment.packages as p join fulfillment.orders as f on f.id = p.order_id"
            " join demand.requests as r on r.id = f.request_id join customers.addresses as a on a.id = r.ship_to_id"
            " where p.id = :id",
            id=package_id,
        )
        zone = rates.zone(place.country_code, to.country_code)
        days = rates.ZONES[zone][0].days
        call(
            "fulfillment.add_label",
            p_package_id=package_id,
            p_carrier="simulator",
            p_service="standard",
            p_tracking_number=number_of(package_id, place.country_code, is_demo=False),
            p_tracking_url="",
            p_expected_on=rates.arrival(self._timeline.now.astimezone(place.zone).date(), days),
        )

    def _capture(self, request_id: int) -> None:
        """What was only authorized is taken once the first parcel leaves."""
        order_id, basket = self.baskets_of[request_id]
        if any(payment["kind"] == "authorize" for payment in basket.given["payments"]):
            paid = self._baskets.payment("capture", basket)
            rows(
                "select orders.record_payment(id, :paid) from orders.orders where id = :id and payment_status = 'authorized'",
                paid=paid,
                id=order_id,
            )

    def _travel(self, package_id: int, place: Place) -> None:
        """What the carrier will say of a parcel. Of one that arrived long ago only the chief things are kept."""
        package = one(
            "select p.tracking_number, p.expected_on, a.city, a.country_code from fulfillment.packages as p"
            " join fulfillment.orders as f on f.id = p.order_id join demand.requests as r on r.id = f.request_id"
            " join customers.addresses as a on a.id = r.ship_to_id where p.id = :id",
            id=package_id,
        )
        is_abroad = package.country_code != place.country_code
        left = self._timeline.now
        facts = journey(
            Shipment(package.tracking_number, left, package.expected_on, place.city, package.city, is_abroad)
        )
        if self._timeline.is_past(facts[-1].occurred_at):
            facts = [facts[0], facts[-2], facts[-1]]
        for fact in facts:
            self._timeline.at(fact.occurred_at, _CARRIER, self._track, package_id, fact)

    def _track(self, package_id: int, fact: Fact) -> None:
        call(
            "fulfillment.record_tracking",
            p_package_id=package_id,
            p_status=fact.status,
            p_description=fact.description,
            p_place=fact.place,
            p_occurred_at=fact.occurred_at,
        )

    def _at_work(self, place: Place, wait: timedelta, step: Any, *given: Any) -> None:
        """As soon as the place is open, after a while."""
        opens = place.open_from(self._timeline.now)
        self._timeline.at(place.open_from(opens + wait), place.staff, step, *given)

    def _minutes(self, least: int, most: int) -> timedelta:
        return timedelta(minutes=self._chance.randrange(least, most), seconds=self._chance.randrange(60))
