"""Counts of what is on the shelves."""

from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from oms.api.schemas import Listed, Money, PageQuery, Schema, Sku, Word
from oms.api.schemas.fields import Version

EXAMPLE: dict[str, Any] = {"location": "LEIPZIG", "scope": "bins", "from_bin": "A1", "to_bin": "A9", "note": "Aisle A"}
TALLY_EXAMPLE: dict[str, Any] = {"lines": [{"code": "SHIRT-BLUE-M", "quantity": 12}]}

State = Literal["open", "review", "approved", "posted", "canceled"]
Scope = Literal["full", "skus", "bins", "oldest", "busiest"]


class CountQuery(PageQuery):
    """Oldest first."""

    state: State | None = None
    location: Annotated[Word | None, Field(description="The code of a location.")] = None


class NewCount(Schema):
    """What is to be counted: all that should be there, or some of it."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    location: Annotated[Word, Field(min_length=1, description="The code of a location.")]
    scope: Scope = "full"
    skus: Annotated[list[Sku], Field(default_factory=list, max_length=500, description="For the scope skus.")]
    from_bin: Annotated[Word, Field(description="For the scope bins.")] = ""
    to_bin: Annotated[Word, Field(description="For the scope bins; empty: to the last.")] = ""
    most: Annotated[
        int,
        Field(ge=1, le=500, description="So many SKUs, for the scopes oldest (not counted for longest) and busiest."),
    ] = 20
    note: Word = ""

    @model_validator(mode="after")
    def _names_what_it_is_of(self) -> Self:
        if self.scope == "skus" and not self.skus:
            raise PydanticCustomError("no_skus", "Name at least one SKU.")
        return self


class Tally(Schema):
    code: Annotated[Word, Field(min_length=1, description="A SKU or a barcode.")]
    quantity: Annotated[int, Field(ge=-1_000_000, le=1_000_000)]


class Tallies(Schema):
    """Pieces that were counted. Several may count at once."""

    model_config = ConfigDict(json_schema_extra={"example": TALLY_EXAMPLE})

    lines: Annotated[list[Tally], Field(min_length=1, max_length=500)]
    in_all: Annotated[bool, Field(description="true: so many in all; false: so many more.")] = False


class CountStep(Schema):
    version: Version = None


class Review(CountStep):
    """The counting is over."""

    rest_is_zero: Annotated[
        bool, Field(description="true: there is none of what nobody counted; false: that stays as it is.")
    ] = False


class Recount(CountStep):
    """What was counted of these SKUs is forgotten, and the count is open again."""

    skus: Annotated[list[Sku], Field(min_length=1, max_length=500)]


class Differences(Schema):
    """Units more and fewer than the books had when they were counted, and what both are worth together."""

    more: int
    fewer: int
    value: Money
    needs_approval: bool


class Count(Schema):
    """Who counts, counts blind: what it comes to is told once the counting is over."""

    number: Annotated[str, Field(examples=["C-12"])]
    location: str
    scope: Scope
    state: State
    note: str
    skus: int
    counted: Annotated[int, Field(description="So many of the SKUs are counted.")]
    differences: Differences | None
    approved_by: str
    version: int
    created_at: AwareDatetime
    ended_at: AwareDatetime | None
    updated_at: AwareDatetime
    href: str


class CountList(Listed):
    data: list[Count]


class CountLineQuery(PageQuery):
    """The SKUs of a count, in a fixed order."""

    different: Annotated[bool, Field(description="Only where shelf and books differ.")] = False


class CountLine(Schema):
    """on_hand is what the books had at the moment it was counted; nothing of it is told while the count is open."""

    sku: str
    counted: Annotated[int | None, Field(description="null: nobody has counted it.")]
    on_hand: int | None
    difference: int | None
    was_disturbed: Annotated[bool, Field(description="Stock moved while it was counted.")]
    counted_by: str
    counted_at: AwareDatetime | None


class CountLineList(Listed):
    data: list[CountLine]
