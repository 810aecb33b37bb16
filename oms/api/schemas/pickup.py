"""Which stores have it, and from when."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import Row

from oms.api.schemas import Schema, Sku, Word
from oms.api.schemas.fields import Among

_Quantity = Annotated[int, Field(ge=1, le=1_000_000)]


class PickupQuery(Schema):
    """What somebody wants, and where they are: by coordinates or else by postal code or city."""

    sku: Annotated[tuple[Sku, ...], Among, Field(min_length=1, max_length=20, description="Each SKU once.")]
    quantity: Annotated[
        tuple[_Quantity, ...], Among, Field(max_length=20, description="One for each `sku`; 1 where none is given.")
    ] = ()
    latitude: Annotated[float | None, Field(ge=-90, le=90)] = None
    longitude: Annotated[float | None, Field(ge=-180, le=180)] = None
    country: Annotated[str | None, Field(pattern=r"^[A-Z]{2}$", examples=["DE"])] = None
    postal_code: Annotated[Word | None, Field(examples=["10115"])] = None
    city: Annotated[Word | None, Field(examples=["Berlin"])] = None
    available: Annotated[bool, Field(description="Only stores that have everything.")] = False
    limit: Annotated[int, Field(ge=1, le=50)] = 10

    @model_validator(mode="after")
    def _says_what_and_where(self) -> Self:
        if len(set(self.sku)) < len(self.sku):
            raise PydanticCustomError("sku_twice", "Name each SKU once.")
        if self.quantity and len(self.quantity) != len(self.sku):
            raise PydanticCustomError("quantities_differ", "Give as many quantities as SKUs, or none.")
        if (self.latitude is None) != (self.longitude is None):
            raise PydanticCustomError("half_a_point", "Give latitude and longitude together.")
        if self.latitude is None and not self.postal_code and not self.city:
            raise PydanticCustomError("no_place", "Give latitude and longitude, a postal_code or a city.")
        return self

    @property
    def quantities(self) -> tuple[int, ...]:
        return self.quantity or (1,) * len(self.sku)


class PickupLine(Schema):
    sku: str
    quantity: Annotated[int, Field(description="What was asked for.")]
    available: Annotated[
        int, Field(description="So many could be collected there; of a kit, so many could be made up.")
    ]


class PickupStore(Schema):
    """A store where customers collect what they ordered."""

    location: Annotated[str, Field(description="Its code, as `delivery.location` of an order takes it.")]
    name: str
    line1: str
    postal_code: str
    city: str
    country: str
    phone: str
    hours: Annotated[
        dict[str, tuple[str, str]], Field(description="Opening hours by weekday; a missing day is closed.")
    ]
    time_zone: str
    distance_km: Annotated[int | None, Field(description="As the crow flies; null: not known where the store is.")]
    is_open: Annotated[bool, Field(description="Right now.")]
    is_available: Annotated[bool, Field(description="It has everything that was asked for.")]
    ready_on: Annotated[
        date | None,
        Field(description="The day it could be ready if it were ordered now; null: not all of it is there."),
    ]
    lines: list[PickupLine]

    @classmethod
    def of(cls, store: Row[Any], skus: dict[int, str]) -> Self:
        facts = {name: getattr(store, name) for name in cls.model_fields if name not in {"lines", "ready_on"}}
        lines = [
            PickupLine(sku=skus[line["variant_id"]], quantity=line["quantity"], available=line["available"])
            for line in store.lines
        ]
        return cls(**facts, ready_on=store.ready_on if store.is_available else None, lines=lines)


class PickupAvailability(Schema):
    """The nearest stores first. It changes as stock does: it is good for half a minute."""

    data: list[PickupStore]
