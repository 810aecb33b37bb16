"""Transfers of stock between locations."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from oms.api.schemas import Listed, PageQuery, Schema, Sku, Word
from oms.api.schemas.fields import Version
from oms.api.schemas.lots import Code, ReceivedLot

State = Literal["draft", "ready", "in_transit", "partially_received", "received", "canceled"]
Quantity = Annotated[int, Field(ge=1, le=1_000_000)]


class TransferQuery(PageQuery):
    """The transfers from and to the locations that the token may see, oldest first."""

    state: State | None = None


class ChosenLot(Schema):
    code: Code
    quantity: Quantity = 1


class TransferLineIn(Schema):
    """So many of a SKU. Of units that are told apart, `lots` may say which go; else those that expire first do."""

    sku: Sku
    quantity: Quantity
    lots: Annotated[list[ChosenLot] | None, Field(max_length=1000)] = None


class TransferIn(Schema):
    """A draft reserves nothing. With ready its units are reserved at the source at once, or it is refused."""

    source: Annotated[Word, Field(min_length=1, description="The code of a location.", examples=["LEIPZIG"])]
    destination: Annotated[Word, Field(min_length=1, examples=["BERLIN"])]
    lines: Annotated[list[TransferLineIn], Field(min_length=1, max_length=500)]
    note: Word = ""
    ready: bool = False


class TransferReceipt(Schema):
    """What became of units that were sent. More than is under way is refused, unless it is surplus.

    Where units are told apart, `lots` says which, and adds up to the quantity. It need not where there is no doubt: one lot is
    under way, or the quantity is all that is.
    """

    sku: Sku
    quantity: Quantity = 1
    outcome: Literal["received", "damaged", "lost", "surplus"] = "received"
    note: Word = ""
    lots: Annotated[list[ReceivedLot] | None, Field(min_length=1, max_length=1000)] = None


class Step(Schema):
    """ready reserves its units at the source, reopen makes it a draft again, cancel gives it up."""

    step: Literal["ready", "reopen", "cancel"]
    version: Version = None


class Closing(Schema):
    """What is still under way is written down as lost."""

    reason: Annotated[Word, Field(min_length=1, examples=["Lost on the way"])]
    version: Version = None


class TransferLot(Schema):
    """The part of a line that is of a lot. quantity is reserved for the transfer or was sent; chosen, asked for by somebody."""

    code: str
    expires_on: date | None
    chosen: int
    quantity: int
    sent: int
    received: int
    damaged: int
    lost: int
    surplus: int
    under_way: int


class TransferLine(Schema):
    """sent = received + damaged + lost + under_way. surplus came although it was not sent."""

    sku: str
    quantity: int
    sent: int
    received: int
    damaged: int
    lost: int
    surplus: int
    under_way: int
    lots: Annotated[list[TransferLot], Field(description="Empty where units of the SKU are not told apart.")]


class Transfer(Schema):
    number: Annotated[str, Field(examples=["T-12"])]
    state: State
    source: str
    destination: str
    note: str
    lines: list[TransferLine]
    sent_at: AwareDatetime | None
    received_at: AwareDatetime | None
    version: int
    updated_at: AwareDatetime
    href: str


class TransferList(Listed):
    data: list[Transfer]
