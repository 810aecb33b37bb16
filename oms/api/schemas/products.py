"""Products with their variants."""

from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from oms.api.schemas import Listed, Money, PageQuery, Schema, Sku, Text, Word
from oms.api.schemas.fields import Moment


class ProductQuery(PageQuery):
    """Oldest change first."""

    sku: Annotated[Sku | None, Field(description="The product that has this SKU.")] = None
    updated_after: Moment = None


class Component(Schema):
    """A part of a kit, and how many of it are in one kit."""

    sku: Sku
    quantity: Annotated[int, Field(ge=1, le=1000)]


class Variant(Schema):
    sku: Annotated[str, Field(pattern=r"^[^\s\x00]([^\x00]{0,62}[^\s\x00])?$", examples=["SHIRT-BLUE-M"])]
    title: Word = ""
    options: Annotated[dict[Word, Word], Field(default_factory=dict, max_length=10, examples=[{"Size": "M"}])]
    tax_class: Annotated[str, Field(pattern=r"^[a-z_]{1,30}$")] = "standard"
    weight_grams: Annotated[int, Field(ge=0, le=2_000_000_000)] = 0
    requires_shipping: bool = True
    is_active: bool = True
    barcodes: Annotated[
        list[Annotated[str, Field(pattern=r"^[!-~]{4,48}$")]], Field(default_factory=list, max_length=20)
    ]
    prices: Annotated[list[Money], Field(default_factory=list, max_length=50, description="One for each currency.")]
    components: Annotated[
        list[Component] | None,
        Field(
            max_length=100,
            description="What makes it a kit, which has no stock of its own. An empty list: no kit. Left out: as it was.",
        ),
    ] = None
    substitutes: Annotated[
        list[Sku] | None,
        Field(max_length=20, description="SKUs that may be sent instead, the best first. Left out: as they were."),
    ] = None
    substitute_price: Annotated[
        Literal["cheaper", "ordered", "own"] | None,
        Field(
            description="What a substitute costs: the lower of what was ordered and its own, what was ordered, or its own."
        ),
    ] = None


class ProductIn(Schema):
    """Variants that are not named stay as they are: what was ever sold is never deleted. Set is_active to false instead."""

    title: Annotated[Word, Field(min_length=1)]
    category: Word = ""
    vendor: Word = ""
    description: Text = ""
    variants: Annotated[list[Variant], Field(default_factory=list, max_length=500)]


class Product(Schema):
    handle: str
    title: str
    category: str
    vendor: str
    description: str
    variants: list[Variant]
    updated_at: AwareDatetime


class ProductList(Listed):
    data: list[Product]
