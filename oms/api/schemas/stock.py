"""Stock by SKU and location."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from oms.api.schemas import Listed, PageQuery, Schema, Sku, Word
from oms.api.schemas.fields import Moment
from oms.api.schemas.lots import Code, ReceivedLot


class StockQuery(PageQuery):
    """Every level that the token may see, in a fixed order."""

    sku: Sku | None = None
    location: Annotated[Word | None, Field(description="The code of a location.")] = None
    as_of: Annotated[Moment | None, Field(description="The levels as they stood at this moment.")] = None


class StockLevel(Schema):
    """available = on_hand - reserved - safety - unavailable. held is the part of reserved that is promised for a while only."""

    sku: str
    location: Annotated[str, Field(examples=["LEIPZIG"])]
    on_hand: int
    reserved: int
    held: int
    safety: int
    unavailable: int
    incoming: int
    available: int
    updated_at: Annotated[AwareDatetime, Field(description="It has stood so since then.")]


class StockList(Listed):
    data: list[StockLevel]


class KitQuery(PageQuery):
    """Every kit, in a fixed order."""

    sku: Sku | None = None


class KitLevel(Schema):
    """How many kits are available at a location."""

    location: Annotated[str, Field(examples=["LEIPZIG"])]
    available: int


class Kit(Schema):
    """A kit is available as often as its parts are, together; in all, they may come from different locations."""

    sku: str
    available: int
    locations: list[KitLevel]


class KitList(Listed):
    data: list[Kit]


class AtLevel(Schema):
    """A SKU at a location."""

    sku: Sku
    location: Annotated[Word, Field(min_length=1)]
    note: Word = ""


class AtLot(AtLevel):
    """A SKU at a location; of which lot, where its units are told apart."""

    lot: Annotated[Code | None, Field(description="Needed for a SKU whose units are told apart, and only there.")] = (
        None
    )


class Adjustment(AtLot):
    """A difference to what is on hand. If on_hand is not what you expected, nothing changes, and the refusal tells what it is."""

    quantity: Annotated[int, Field(ge=-1_000_000, le=1_000_000, description="What is added; negative takes away.")]
    expected_on_hand: Annotated[
        int,
        Field(
            ge=0,
            le=2_000_000_000,
            description="on_hand as you saw it, of the lot if one is named. It must be given; null is no number.",
        ),
    ]
    reason: Literal["counted", "damaged", "lost", "found", "correction", "sample"]


class SetAside(AtLot):
    """Units that can't be sold for now: unavailable grows by them. What is promised to orders can't be set aside."""

    quantity: Annotated[int, Field(ge=1, le=1_000_000)]
    reason: Literal["damaged", "quality", "other"]


class PutBack(AtLot):
    """Units that were set aside and can be sold again."""

    quantity: Annotated[int, Field(ge=1, le=1_000_000)]


class StockTerms(Schema):
    """How a SKU is kept at a location. The safety stock is never promised to anybody."""

    sku: Sku
    location: Annotated[Word, Field(min_length=1)]
    safety: Annotated[int, Field(ge=0, le=1_000_000)]
    bin: Annotated[str, Field(max_length=40, pattern=r"^[^\x00]*$", description="Where it lies.", examples=["A-12-3"])]


class StockReceipt(AtLevel):
    """What came in. Where the units of the SKU are told apart, `lots` says which; they add up to the quantity."""

    quantity: Annotated[int, Field(ge=1, le=1_000_000)]
    lots: Annotated[list[ReceivedLot] | None, Field(min_length=1, max_length=1000)] = None


class MovementQuery(PageQuery):
    """The ledger that on hand is the sum of, oldest first. Nothing of it can be changed."""

    sku: Sku | None = None
    location: Annotated[Word | None, Field(description="The code of a location.")] = None


class Movement(Schema):
    id: int
    sku: str
    location: str
    sequence: Annotated[int, Field(description="1, 2, 3 and so on, for each SKU and location.")]
    kind: Annotated[str, Field(examples=["received"])]
    quantity: int
    on_hand_after: int
    reason: str
    note: str
    by: str
    moved_at: AwareDatetime


class MovementList(Listed):
    data: list[Movement]


class Pool(Schema):
    """Whether a SKU is sold from pools, which many buyers take from at once without waiting for each other."""

    sku: Sku
    pooled: bool


class PoolList(Schema):
    """The SKUs that are sold from pools."""

    data: list[Pool]


class StockOfOrder(Schema):
    """What stood in stock of the SKUs of an order, just before it reserved any."""

    taken_at: AwareDatetime
    data: list[StockLevel]
