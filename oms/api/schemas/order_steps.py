"""Holds, routing and reopening of orders."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from oms.api.schemas import Schema, Word
from oms.api.schemas.fields import OrderId, Version

Reason = Literal["fraud", "payment", "address", "stock", "customer_request", "manual"]


class NewOrderHold(Schema):
    """No location gets the order while it is on hold; what nobody has begun is taken back. The same reason twice is one hold."""

    reason: Annotated[Reason, Field(examples=["address"])]
    note: Word = ""


class OrderHold(Schema):
    reason: Reason
    note: str
    placed_by: str
    placed_at: AwareDatetime


class OrderHoldList(Schema):
    data: list[OrderHold]


class ByProfile(Schema):
    """From now on that profile decides for the order."""

    profile: Annotated[Word, Field(min_length=1, description="Its name.", examples=["Stores first"])]


class Routed(Schema):
    id: OrderId
    number: str
    waiting: Annotated[int, Field(description="So many units still wait for stock.")]


class Reopening(Schema):
    """The order as it was before it was canceled: what is there of it is reserved, the rest waits."""

    reason: Annotated[Word, Field(min_length=1, examples=["Canceled by mistake"])]
    version: Version = None
