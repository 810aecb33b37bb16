"""From a packed box to what carriers want to know of it, and back: their services and labels."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from oms.db import DomainError, call
from oms.fulfillment import queries
from oms.fulfillment.carriers import Carrier, CarrierError, Fact, Parcel, Place, Service, Shipment, carriers


@dataclass(frozen=True)
class Offer:
    """A service of a carrier; `key` names it in forms."""

    carrier: Carrier
    service: Service

    @property
    def key(self) -> str:
        return f"{self.carrier.code}/{self.service.code}"


def offers(package_id: int) -> tuple[list[Offer], list[str]]:
    """Every way to send a package, cheapest first, and what carriers said who did not answer."""
    parcel, found, complaints = parcel_of(package_id), [], []
    for carrier in carriers().values():
        try:
            found += [Offer(carrier, service) for service in carrier.services(parcel)]
        except CarrierError as error:
            complaints.append(str(error))
    return sorted(found, key=lambda offer: offer.service.price_minor), complaints


def buy_label(package_id: int, key: str) -> str:
    """Buy a label and keep it; returns the tracking number.

    The carrier is asked outside of any transaction. Where somebody was faster, or the work was canceled meanwhile, the
    label is given back: unless it is the very one that is kept, as of two taps on one button.
    """
    code, _, service = key.partition("/")
    carrier = carriers().get(code)
    if carrier is None:
        raise CarrierError("There is no such carrier.")
    label = carrier.buy_label(parcel_of(package_id), service)
    try:
        call(
            "fulfillment.add_label",
            p_package_id=package_id,
            p_carrier=code,
            p_service=service,
            p_tracking_number=label.tracking_number,
            p_tracking_url=label.tracking_url,
            p_label=label.pdf,
            p_expected_on=label.expected_on,
        )
    except DomainError:
        kept = queries.parcel(package_id)
        if kept is None or kept.tracking_number != label.tracking_number:
            carrier.void(label.tracking_number)
        raise
    return label.tracking_number


def parcel_of(package_id: int) -> Parcel:
    row = queries.parcel(package_id)
    if row is None:
        raise CarrierError("There is no such package.")
    origin = Place(row.shop, row.from_line1, row.from_postal_code, row.from_city, row.from_country_code, row.location)
    destination = Place(
        row.name,
        row.line1,
        row.postal_code,
        row.city,
        row.country_code,
        row.company,
        row.line2,
        row.region,
        row.phone,
    )
    return Parcel(row.id, row.number, row.weight_grams, origin, destination, row.today)


def news_of(package: Row[Any], now: datetime) -> list[Fact]:
    """What its carrier says of a package that we have not heard yet."""
    shipment = Shipment(
        package.tracking_number,
        package.handed_over_at,
        package.expected_on,
        package.from_city,
        package.to_city,
        package.is_abroad,
    )
    carrier = carriers().get(package.carrier)
    known = {(told["status"], datetime.fromisoformat(told["occurred_at"])) for told in package.told}
    facts = carrier.track(shipment, now) if carrier else []
    return [fact for fact in facts if (fact.status, fact.occurred_at) not in known]


def keep(package_id: int, facts: list[Fact]) -> None:
    """Let a task record each fact; one that was handed over before is not recorded again."""
    for fact in facts:
        at = fact.occurred_at.isoformat()
        call(
            "tasks.enqueue",
            p_kind="fulfillment.record",
            p_args={
                "package_id": package_id,
                "status": fact.status,
                "description": fact.description,
                "place": fact.place,
                "at": at,
            },
            p_dedupe_key=f"fulfillment.record:{package_id}:{fact.status}:{at}",
        )
