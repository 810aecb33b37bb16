"""Stock that is held for a while."""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, ConfigDict, Field

from oms.api.schemas import Schema, Sku, Word
from oms.api.schemas.addresses import CountryCode
from oms.api.schemas.fields import HoldId
from oms.api.schemas.orders import Delivery

EXAMPLE: dict[str, Any] = {
    "lines": [{"sku": "SHIRT-BLUE-M", "quantity": 2}],
    "country_code": "DE",
    "minutes": 15,
    "reference": "cart-4711",
}

Minutes = Annotated[int, Field(ge=1, le=1440, description="From now on.")]


class WantedLine(Schema):
    sku: Sku
    quantity: Annotated[int, Field(ge=1, le=99999)]


class NewHold(Schema):
    """What a customer is about to pay for. It is held where it would be sent from, all of it or nothing."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    channel: Annotated[
        Word, Field(description="The code of a channel of kind API. May be absent where there is one.")
    ] = ""
    lines: Annotated[list[WantedLine], Field(min_length=1, max_length=500)]
    delivery: Delivery = Delivery()
    country_code: Annotated[CountryCode | None, Field(description="Where it is sent, if you know.")] = None
    minutes: Minutes = 15
    reference: Annotated[Word, Field(description="What you call the cart; people see it beside the stock.")] = ""


class MoreTime(Schema):
    """A hold never gets shorter."""

    minutes: Minutes = 15


class HeldLine(Schema):
    sku: str
    location: str
    quantity: int


class Hold(Schema):
    """active: nobody else gets it. converted: an order got it. released, expired: it is available again."""

    id: HoldId
    state: Literal["active", "converted", "released", "expired"]
    expires_at: AwareDatetime
    lines: list[HeldLine]
    href: str
