"""The forms of what the API takes and gives. Their docstrings and descriptions are the reference that it serves."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from oms.channels import amounts
from oms.web.formats import major

Word = Annotated[str, StringConstraints(max_length=255, pattern=r"^[^\x00]*$")]
Text = Annotated[str, StringConstraints(max_length=5000, pattern=r"^[^\x00]*$")]
Sku = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[^\x00]*$")]


class Schema(BaseModel):
    """Everything not named is a mistake, so that a misspelled field is never silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Money(Schema):
    """An amount as a decimal number in a string, with the currency's own number of decimals at most."""

    amount: Annotated[str, Field(pattern=r"^-?[0-9]{1,11}(\.[0-9]{1,4})?$", examples=["12.30"])]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["EUR"])]

    @model_validator(mode="after")
    def _has_no_fraction_of_a_minor_unit(self) -> Self:
        if isinstance(amounts.minor(self.amount, self.currency), str):
            raise PydanticCustomError("too_precise", "This currency has fewer decimals.")
        return self

    @property
    def minor(self) -> int:
        return int(amounts.minor(self.amount, self.currency))

    @classmethod
    def of(cls, minor: int, currency: str) -> Self:
        return cls.model_construct(amount=f"{major(minor, currency):f}", currency=currency)


class File(Schema):
    """The file itself, not a form: as it is kept, to be saved."""


class Listed(Schema):
    """One page of a list. Follow next_cursor, or the Link header, until has_more is false."""

    has_more: bool
    next_cursor: str | None


class PageQuery(Schema):
    """How a list is paged."""

    limit: Annotated[int, Field(ge=1, le=250)] = 50
    cursor: Annotated[str | None, Field(description="next_cursor of the page before.", max_length=200)] = None


class ProblemDetails(Schema):
    """RFC 9457. type is an address that explains the code."""

    type: str
    title: str
    status: int
    code: str
    instance: str
    errors: Annotated[
        list[Mapping[str, Any]], Field(default_factory=list, description="{pointer or parameter, code, message}")
    ]
    context: Annotated[
        Mapping[str, Any],
        Field(default_factory=dict, description="The figures of the refusal, such as sku and available."),
    ]
