"""Changes of placed orders, and their versions."""

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from oms.api.schemas import Listed, Money, PageQuery, Schema, Sku, Word
from oms.api.schemas.addresses import Address
from oms.api.schemas.fields import OrderId, Version
from oms.api.schemas.holds import HeldLine, Minutes
from oms.api.schemas.orders import Sums

EXAMPLE: dict[str, Any] = {
    "version": 3,
    "reason": "Customer wants another size",
    "lines": [{"position": 1, "quantity": 0}],
    "add": [{"sku": "SHIRT-BLUE-L", "quantity": 1}],
    "minutes": 60,
}


class ChangeQuery(PageQuery):
    """Oldest first."""


class ChangedLine(Schema):
    """So many are wanted of a line then, in all."""

    position: Annotated[int, Field(ge=1, le=2**31 - 1, description="The line, by its position in the order.")]
    quantity: Annotated[int, Field(ge=0, le=99999)]


class AddedLine(Schema):
    sku: Sku
    quantity: Annotated[int, Field(ge=1, le=99999)]
    unit_price: Annotated[Money | None, Field(description="As the catalog has it where absent.")] = None


class NewDelivery(Schema):
    method: Literal["ship", "pickup"]
    location: Annotated[Word, Field(description="Where it is picked up: the code of a location.")] = ""


class NewChange(Schema):
    """What the order should be. What is not named stays as it is. A change that waits for a decision gives way to this one."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    version: Version = None
    reason: Annotated[Word, Field(examples=["Customer wants another size"])] = ""
    lines: Annotated[list[ChangedLine], Field(default_factory=list, max_length=500)]
    add: Annotated[list[AddedLine], Field(default_factory=list, max_length=500)]
    ship_to: Annotated[Address | None, Field(description="Another address, in the same country.")] = None
    delivery: NewDelivery | None = None
    minutes: Annotated[Minutes, Field(description="So long what is added is held, and the change waits.")] = 60

    @model_validator(mode="after")
    def _names_no_line_twice(self) -> Self:
        if len({line.position for line in self.lines}) < len(self.lines):
            raise PydanticCustomError("named_twice", "Name each line only once.")
        return self


class CanceledUnits(Schema):
    position: int
    quantity: Annotated[int, Field(description="So many fewer.")]


class AddedUnits(Schema):
    sku: str
    title: str
    quantity: int
    unit_price: Money


class Change(Schema):
    """A change that was worked out, and what it comes to. While it is a draft, what it adds is held for it."""

    id: int
    order_id: OrderId
    state: Literal["draft", "confirmed", "discarded", "expired"]
    version: Annotated[int, Field(description="Of the order it was worked out on.")]
    expires_at: AwareDatetime
    cancel: list[CanceledUnits]
    add: list[AddedUnits]
    delivery: NewDelivery | None
    has_new_address: bool
    before: Sums
    after: Sums
    difference: Annotated[Money, Field(description="What is owed after it, less what is owed before.")]
    held: list[HeldLine]
    href: str


class ChangeList(Listed):
    data: list[Change]


class Confirmation(Schema):
    """The change is made as it was worked out, or not at all."""

    version: Version = None
    refund: Annotated[bool, Field(description="true: the refund of what is no longer owed is noted as requested.")] = (
        False
    )
    notify: Annotated[bool, Field(description="Whether the customer gets a mail.")] = True


class VersionLine(Schema):
    position: int
    sku: str
    title: str
    quantity: int
    canceled: int
    unit_price: Money
    discount: Money
    tax: Money


class VersionCharge(Schema):
    kind: str
    title: str
    amount: Money


class OrderVersion(Schema):
    """The order as it stood. Nothing of it can be changed afterwards."""

    number: int
    what: Literal["placed", "edited", "lines_canceled", "canceled", "reopened"]
    reason: Annotated[str | None, Field(description="Of the change that made it.")]
    by: str
    kept_at: AwareDatetime
    method: Literal["ship", "pickup"]
    ship_to: Address | None
    lines: list[VersionLine]
    charges: list[VersionCharge]
    sums: Sums


class VersionList(Schema):
    """None before the first change."""

    data: list[OrderVersion]
