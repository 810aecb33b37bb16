"""Cancellations of orders, in whole or in part."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field

from oms.api.schemas import Schema, Word
from oms.api.schemas.fields import Version
from oms.api.schemas.orders import Sums

EXAMPLE: dict[str, Any] = {
    "reason": "Customer changed their mind",
    "version": 3,
    "lines": [{"position": 1, "quantity": 2}],
    "refund": True,
}


class CanceledLine(Schema):
    position: Annotated[int, Field(ge=1, le=2**31 - 1, description="The line, by its position in the order.")]
    quantity: Annotated[int, Field(ge=1, le=99999)]


class LinesToCancel(Schema):
    """What would be canceled."""

    lines: Annotated[
        list[CanceledLine] | None,
        Field(min_length=1, max_length=500, description="What to cancel. Where absent: all that has not left."),
    ] = None


class Cancellation(LinesToCancel):
    """The three choices are separate: what becomes of the goods, of the money, and whether the customer is told."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    reason: Annotated[Word, Field(min_length=1, examples=["Customer changed their mind"])]
    version: Version = None
    restock: Annotated[bool, Field(description="false: what was picked is set aside as unavailable.")] = True
    refund: Annotated[bool, Field(description="true: the refund of what is no longer owed is noted as requested.")] = (
        False
    )
    notify: Annotated[bool, Field(description="Whether the customer gets a mail.")] = True


class CancellationPreview(Schema):
    """What the order comes to, and would come to. Nothing has happened."""

    before: Sums
    after: Sums
    picked: Annotated[int, Field(description="So many units of it are picked already.")]
