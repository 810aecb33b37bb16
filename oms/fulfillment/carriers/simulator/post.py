"""The carrier itself: prices, numbers, labels and journeys put together."""

from datetime import datetime

from oms.fulfillment.carriers import CarrierError, Fact, Label, Parcel, Service, Shipment
from oms.fulfillment.carriers.simulator import label, numbers, rates
from oms.fulfillment.carriers.simulator.journey import journey


class OmsPost:
    """`is_demo`: its labels travel a day in a minute."""

    code = "simulator"
    name = "OMS Post"

    def __init__(self, *, is_demo: bool) -> None:
        self._is_demo = is_demo

    def services(self, parcel: Parcel) -> list[Service]:
        return rates.services(parcel)

    def buy_label(self, parcel: Parcel, service: str) -> Label:
        bought = next((each for each in rates.services(parcel) if each.code == service), None)
        if bought is None:
            raise CarrierError("OMS Post cannot carry this parcel with that service.")
        number = numbers.number_of(parcel.package_id, parcel.origin.country_code, is_demo=self._is_demo)
        return Label(number, label.pdf(parcel, bought, number), bought.expected_on)

    def void(self, tracking_number: str) -> None:
        """There is nobody to tell."""

    def track(self, shipment: Shipment, now: datetime) -> list[Fact]:
        if not numbers.is_ours(shipment.tracking_number):
            return []
        return [fact for fact in journey(shipment) if fact.occurred_at <= now]
