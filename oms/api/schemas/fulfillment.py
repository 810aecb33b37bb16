"""The work of locations on orders."""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, ConfigDict, Field

from oms.api.schemas import Listed, PageQuery, Schema, Word
from oms.api.schemas.addresses import Address
from oms.api.schemas.fields import Among, Moment, OrderId

SHIPMENT_EXAMPLE: dict[str, Any] = {
    "carrier": "DHL",
    "service": "Express",
    "tracking_number": "00340434161094042557",
    "tracking_url": "https://www.dhl.de/?piececode=00340434161094042557",
    "weight_grams": 1200,
}

State = Literal[
    "planned",
    "released",
    "accepted",
    "picking",
    "picked",
    "packed",
    "shipped",
    "delivered",
    "ready_for_pickup",
    "collected",
    "returned_to_stock",
    "rejected",
    "canceled",
]
_LineId = Annotated[int, Field(ge=1, le=2**63 - 1, description="The id of the line.")]
_Quantity = Annotated[int, Field(ge=1, le=99999)]


class FulfillmentOrderQuery(PageQuery):
    """Oldest change first. What is to be done next has the status released."""

    status: Annotated[list[State], Among, Field(default_factory=list)]
    method: Literal["ship", "pickup"] | None = None
    location: Annotated[Word | None, Field(description="The code of a location.")] = None
    updated_after: Moment = None


class PickedLot(Schema):
    code: str
    quantity: int


class FulfillmentLine(Schema):
    """quantity - picked - short are still to be picked."""

    id: int
    sku: str
    title: str
    quantity: int
    picked: int
    short: int
    lots: Annotated[list[PickedLot], Field(description="Which lots or serial numbers to take, where they matter.")]


class Package(Schema):
    carrier: str
    service: str
    tracking_number: str
    tracking_url: str
    tracking_status: Annotated[str, Field(examples=["in_transit"])]


class FulfillmentOrder(Schema):
    """The work of one location on one order."""

    number: Annotated[str, Field(examples=["1042-1"])]
    order_id: Annotated[OrderId | None, Field(description="null: the token sees the order no more.")]
    location: str
    method: Literal["ship", "pickup"]
    service: Annotated[str, Field(description="What the customer chose.", examples=["Express"])]
    state: State
    is_on_hold: Annotated[bool, Field(description="It may be finished, but must not leave.")]
    due_at: AwareDatetime | None
    lines: list[FulfillmentLine]
    packages: list[Package]
    updated_at: AwareDatetime
    href: str


class FulfillmentOrderList(Listed):
    data: list[FulfillmentOrder]


class AddressedFulfillmentOrder(FulfillmentOrder):
    """With where it is sent."""

    ship_to: Address | None


class Rejection(Schema):
    reason: Annotated[
        Literal["no_capacity", "closed", "not_found", "damaged", "other"], Field(examples=["no_capacity"])
    ]


class Shortage(Schema):
    """Units that are not there. They are written off, and looked for elsewhere at once."""

    line_id: _LineId
    quantity: _Quantity


class NewPlace(Schema):
    location: Annotated[str, Field(description="The name of a location.")]
    quantity: int


class Handed(Schema):
    """What became of units that this location can't give."""

    fulfillment_order: FulfillmentOrder
    elsewhere: list[NewPlace]
    waiting: Annotated[int, Field(description="So many units nobody else has.")]


class Shipment(Schema):
    """All of it has left, but for what is short. What you did not tell before is done now: accepted, picked, packed, labeled."""

    model_config = ConfigDict(json_schema_extra={"example": SHIPMENT_EXAMPLE})

    carrier: Word = ""
    service: Word = ""
    tracking_number: Annotated[
        Word, Field(pattern=r"^[^\s\x00]*$", description="May be absent only where a label was bought here.")
    ] = ""
    tracking_url: Annotated[str, Field(max_length=500, pattern=r"^(https://[^\s\x00]+)?$")] = ""
    weight_grams: Annotated[int | None, Field(ge=1, le=1_000_000, description="By default as the SKUs weigh.")] = None


class SplitLine(Schema):
    id: _LineId
    quantity: _Quantity


class Split(Schema):
    """Units that aren't picked yet, at least one; at least one is left."""

    lines: Annotated[list[SplitLine], Field(min_length=1, max_length=500)]


class Merger(Schema):
    """It becomes part of this one, and is over."""

    number: Annotated[Word, Field(min_length=1, description="Of the other fulfillment order.", examples=["1042-2"])]


class Move(Schema):
    """All of it is reserved there, or nothing happens."""

    location: Annotated[Word, Field(min_length=1, description="The code of a location.", examples=["BERLIN"])]


class FulfillmentOrders(Schema):
    """The work on an order that the token may see, oldest first."""

    data: list[FulfillmentOrder]
