"""The journey of a parcel, known in advance: it follows from the tracking number and the moment it was handed over.

So the same question always has the same answer, whoever asks and how often. Labels of the demo shop travel a day in a
minute.
"""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from oms.fulfillment.carriers import Fact, Shipment
from oms.fulfillment.carriers.simulator.numbers import DEMO_TIME
from oms.fulfillment.carriers.simulator.rates import arrival

REAL_DAY = timedelta(days=1)
DEMO_DAY = timedelta(minutes=1)
_DAYS_WITHOUT_PROMISE = 2
_ONE_IN = 12  # parcels whose customer is not at home


def journey(shipment: Shipment) -> list[Fact]:
    """Everything that happens to it, oldest first."""
    chance = Random(shipment.tracking_number)  # noqa: S311 - believable, and secret to nobody
    length = REAL_DAY if not shipment.tracking_number.startswith(DEMO_TIME) else DEMO_DAY
    facts = []
    for day, status, description, place in _steps(shipment, chance):
        at = shipment.handed_over_at + (day + chance.uniform(-0.02, 0.02)) * length
        facts.append(Fact(status, description, place, at.replace(microsecond=0)))
    return facts


def _steps(shipment: Shipment, chance: Random) -> Iterator[tuple[float, str, str, str]]:
    days = _days(shipment)
    here, there = shipment.from_city, shipment.to_city
    yield 0.06, "in_transit", "We have the parcel", here
    yield 0.3, "in_transit", "It has left the parcel center", here
    if shipment.is_abroad:
        yield (days - 0.3) / 2, "in_transit", "It is in the country of destination", ""
    yield days - 0.6, "in_transit", "It has arrived at the parcel center", there
    yield days - 0.4, "out_for_delivery", "The courier is on the way with it", there
    if chance.randrange(_ONE_IN) == 0:
        yield days - 0.15, "exception", "Nobody was at home. We come again", there
        days = _days(shipment, 1)
        yield days - 0.4, "out_for_delivery", "The courier is on the way with it", there
    yield days - chance.uniform(0.05, 0.25), "delivered", "Delivered", there


def _days(shipment: Shipment, later: int = 0) -> int:
    """From hand-over to the day it is expected, or so many working days later."""
    left_on = shipment.handed_over_at.date()
    expected_on = shipment.expected_on or left_on + timedelta(days=_DAYS_WITHOUT_PROMISE)
    return max((arrival(expected_on, later) - left_on).days, 1 + later)
