"""Transfers of stock between locations."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from oms.api.schemas import Listed, PageQuery, Schema, Sku, Word
from oms.api.schemas.fields import Version

State = Literal["draft", "ready", "in_transit", "partially_received", "received", "canceled"]
Quantity = Annotated[int, Field(ge=1, le=1_000_000)]


class TransferQuery(PageQuery):
    """The transfers from and to the locations that the token may see, oldest first."""

    state: State | None = None


class TransferLineIn(Schema):
    sku: Sku
    quantity: Quantity


class TransferIn(Schema):
    """A draft reserves nothing. With ready its units are reserved at the source at once, or it is refused."""

    source: Annotated[Word, Field(min_length=1, description="The code of a location.", examples=["LEIPZIG"])]
    destination: Annotated[Word, Field(min_length=1, examples=["BERLIN"])]
    lines: Annotated[list[TransferLineIn], Field(min_length=1, max_length=500)]
    note: Word = ""
    ready: bool = False


class TransferReceipt(Schema):
    """What became of units that were sent. More than is under way is refused, unless it is surplus."""

    sku: Sku
    quantity: Quantity = 1
    outcome: Literal["received", "damaged", "lost", "surplus"] = "received"
    note: Word = ""


class Step(Schema):
    """ready reserves its units at the source, reopen makes it a draft again, cancel gives it up."""

    step: Literal["ready", "reopen", "cancel"]
    version: Version = None


class Closing(Schema):
    """What is still under way is written down as lost."""

    reason: Annotated[Word, Field(min_length=1, examples=["Lost on the way"])]
    version: Version = None


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
