"""Carriers: who takes a parcel to its customer, what it costs, and where it is.

A carrier is a module or package here that offers a `Carrier`; `init_app` says which ones this shop uses. They are asked
outside of transactions, may be slow, and may fail with a `CarrierError`; what they said is kept by
`fulfillment.add_label` and `fulfillment.record_tracking`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from flask import Flask, current_app


class CarrierError(Exception):
    """The carrier refused or did not answer; its words are for the person at the bench."""


@dataclass(frozen=True)
class Place:
    """Where a parcel starts or ends."""

    name: str
    line1: str
    postal_code: str
    city: str
    country_code: str
    company: str = ""
    line2: str = ""
    region: str = ""
    phone: str = ""

    @property
    def lines(self) -> list[str]:
        """As it is written on a parcel."""
        city = f"{self.postal_code} {self.city}".strip()
        return [line for line in (self.name, self.company, self.line1, self.line2, city, self.region) if line]


@dataclass(frozen=True)
class Parcel:
    """A packed box. `package_id` makes two requests for the same label one."""

    package_id: int
    reference: str
    weight_grams: int
    origin: Place
    destination: Place
    ready_on: date


@dataclass(frozen=True)
class Service:
    """One way to send a parcel, its price and the day it should arrive."""

    code: str
    name: str
    price_minor: int
    currency: str
    expected_on: date


@dataclass(frozen=True)
class Label:
    """What was bought. The PDF is the carrier's own."""

    tracking_number: str
    pdf: bytes
    expected_on: date
    tracking_url: str = ""


@dataclass(frozen=True)
class Shipment:
    """A package on its way."""

    tracking_number: str
    handed_over_at: datetime
    expected_on: date | None
    from_city: str
    to_city: str
    is_abroad: bool


@dataclass(frozen=True)
class Fact:
    """Something that happened to a package; the status is one of fulfillment.packages.tracking_status."""

    status: str
    description: str
    place: str
    occurred_at: datetime


class Carrier(Protocol):
    """What every carrier can do."""

    code: str
    name: str

    def services(self, parcel: Parcel) -> list[Service]:
        """How it can be sent, cheapest first; empty where it cannot."""

    def buy_label(self, parcel: Parcel, service: str) -> Label:
        """Buy a label; for the same package and service again it is the same label."""

    def void(self, tracking_number: str) -> None:
        """Give an unused label back; one that is void already is no error."""

    def track(self, shipment: Shipment, now: datetime) -> list[Fact]:
        """All that has happened so far, oldest first; what was told before is told again."""


def init_app(app: Flask, *carriers: Carrier) -> None:
    app.extensions["carriers"] = {carrier.code: carrier for carrier in carriers}


def carriers() -> dict[str, Carrier]:
    """This shop's carriers by their codes."""
    return current_app.extensions["carriers"]


def name_of(code: str) -> str:
    """A carrier as customers know it; one that is typed by hand is its own name."""
    carrier = carriers().get(code)
    return carrier.name if carrier else code
