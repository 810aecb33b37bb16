"""Lots and serial numbers."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from oms.api.schemas import Listed, PageQuery, Schema, Sku, Word

Code = Annotated[str, Field(pattern=r"^[!-~]{1,48}$", description="The number of a lot, or a serial number.")]


class LotQuery(PageQuery):
    """Every lot that the token may see, oldest first."""

    sku: Sku | None = None
    code: Code | None = None


class LotLevel(Schema):
    """What there is of a lot at a location."""

    location: str
    on_hand: int
    reserved: int
    unavailable: int


class LotOnItsWay(Schema):
    """So many units of a lot that a transfer has sent, and of which nobody has said yet what became of them."""

    transfer: Annotated[str, Field(examples=["T-12"])]
    source: str
    destination: str
    quantity: int


class Lot(Schema):
    """A lot of a SKU; a serial number is a lot of one unit."""

    sku: str
    code: str
    is_serial: bool
    expires_on: date | None
    recalled_at: AwareDatetime | None
    recall_reason: str
    levels: list[LotLevel]
    under_way: list[LotOnItsWay]


class LotList(Listed):
    data: list[Lot]


class NamedLot(Schema):
    """A lot by its SKU and number."""

    sku: Sku
    code: Code


class Holder(Schema):
    """An order that has received units of the lot, or holds some that have not left yet."""

    number: str
    state: Literal["received", "reserved"]
    quantity: int
    location: str
    name: str
    email: str
    phone: str
    language: str


class Holders(Schema):
    """Every order and customer of a lot, the latest first."""

    data: list[Holder]


class Recall(NamedLot):
    """Nothing of the lot is sold any more, at no location. This cannot be undone."""

    reason: Annotated[Word, Field(min_length=1)]


class Recalled(Schema):
    """What became of the units that work held, in units: replaced by others of the same location, looked for elsewhere, or left."""

    swapped: int
    rerouted: int
    left: int


class Tracking(Schema):
    """How the units of a SKU are told apart; while there are none of it in stock."""

    sku: Sku
    tracking: Literal["none", "lot", "serial"]
    has_expiry: bool = False


class ReceivedLot(Schema):
    code: Code
    quantity: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    expires_on: date | None = None
