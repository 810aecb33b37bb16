"""Where somebody lives."""

from typing import Annotated

from pydantic import Field

from oms.api.schemas import Schema, Word

CountryCode = Annotated[str, Field(pattern=r"^[A-Z]{2}$", examples=["DE"])]


class Address(Schema):
    name: Annotated[Word, Field(examples=["Dora Meier"])] = ""
    company: Word = ""
    line1: Annotated[Word, Field(examples=["Hauptstr. 1"])] = ""
    line2: Word = ""
    city: Annotated[Word, Field(examples=["Berlin"])] = ""
    region: Word = ""
    postal_code: Annotated[Word, Field(examples=["10115"])] = ""
    country_code: CountryCode
    phone: Word = ""
