"""Expected deliveries, and what can be promised."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from oms.api.schemas import Listed, PageQuery, Schema, Sku, Word
from oms.api.schemas.lots import ReceivedLot

_Quantity = Annotated[int, Field(ge=1, le=1_000_000)]


class IncomingQuery(PageQuery):
    """The day they are expected, the next one first."""

    status: Annotated[Literal["open", "done"], Field(description="open: something is still to come.")] = "open"
    location: Annotated[Word | None, Field(description="The code of a location.")] = None


class NewIncomingLine(Schema):
    sku: Sku
    quantity: _Quantity


class NewIncoming(Schema):
    """A delivery that you expect. What waits for stock is promised out of it."""

    reference: Annotated[Word, Field(min_length=1, examples=["PO-2041"])]
    supplier: Word = ""
    location: Annotated[Word, Field(min_length=1, description="The code of the location it comes to.")]
    expected_on: date
    note: Word = ""
    lines: Annotated[list[NewIncomingLine], Field(min_length=1, max_length=500)]


class IncomingLine(Schema):
    """open = quantity - received - closed, and never less than zero."""

    id: int
    sku: str
    quantity: int
    received: int
    closed: Annotated[int, Field(description="Will not come.")]
    open: int
    pegged: Annotated[int, Field(description="The part of what is open that is promised to orders.")]


class Incoming(Schema):
    id: int
    href: str
    reference: str
    supplier: str
    location: str
    expected_on: date
    note: str
    lines: list[IncomingLine]
    updated_at: AwareDatetime


class IncomingList(Listed):
    data: list[Incoming]


class ReceivedLine(Schema):
    """Where the units of the SKU are told apart, `lots` says which came; they add up to the quantity."""

    id: Annotated[int, Field(ge=1, le=2**63 - 1, description="The id of the line.")]
    quantity: _Quantity
    lots: Annotated[list[ReceivedLot] | None, Field(min_length=1, max_length=1000)] = None


class IncomingReceipt(Schema):
    """What has come: all, a part, or more than was expected."""

    lines: Annotated[list[ReceivedLine], Field(min_length=1, max_length=500)]


class Schedule(Schema):
    """Another day. What is promised out of the delivery moves with it."""

    expected_on: date
    reason: Annotated[Word, Field(min_length=1, examples=["The ship is late"])]


class Closure(Schema):
    """What is still open will not come."""

    reason: Annotated[Word, Field(min_length=1)]


class AtpQuery(Schema):
    sku: Sku
    location: Annotated[Word | None, Field(description="The code of a location; all where absent.")] = None


class AtpStep(Schema):
    date: date
    quantity: Annotated[int, Field(description="So many can be promised from this day on.")]


class Atp(Schema):
    """Available to promise: available, plus what is expected, less what is promised."""

    sku: str
    location: str | None
    steps: list[AtpStep]


class TermsQuery(Schema):
    sku: Sku


class Terms(Schema):
    """Whether and how far a SKU is sold beyond its stock."""

    sku: Sku
    channel: Annotated[
        Word, Field(description="The code of a channel; empty: every channel without terms of its own.")
    ] = ""
    allowed: Annotated[bool | None, Field(description="null: no terms, so that the channel's own policy holds.")]
    most: Annotated[
        int | None, Field(ge=1, le=1_000_000, description="Units that may wait at once; null: any number.")
    ] = None
    release_on: Annotated[date | None, Field(description="A preorder: nothing of it is sent before.")] = None


class TermsList(Schema):
    data: list[Terms]
