"""How an address is written, line by line, in the way of its country."""

from typing import Protocol

from babel import Locale

CITY_FIRST = {"AE", "AU", "CA", "GB", "HK", "ID", "IE", "IN", "KW", "NZ", "SA", "SG", "TH", "US", "ZA"}


class Address(Protocol):
    """A row of customers.addresses, or what has the same fields."""

    name: str
    company: str
    line1: str
    line2: str
    city: str
    region: str
    postal_code: str
    country_code: str


def address_lines(address: Address, home: str, locale: Locale) -> list[str]:
    """The lines of an address; its country is named, in the reader's language, where it is not `home`."""
    country = "" if address.country_code == home else locale.territories.get(address.country_code, address.country_code)
    lines = [address.company, address.name, address.line1, address.line2, _town(address), country]
    return [line for line in lines if line]


def _town(address: Address) -> str:
    if address.country_code in CITY_FIRST:
        return ", ".join(filter(None, [address.city, f"{address.region} {address.postal_code}".strip()]))
    if address.country_code == "JP":
        postal_code = address.postal_code and f"〒{address.postal_code}"
        return " ".join(filter(None, [postal_code, address.region, address.city]))
    return " ".join(filter(None, [address.postal_code, address.city]))
