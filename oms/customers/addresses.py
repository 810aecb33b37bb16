"""How an address is written, line by line, in the way of its country."""

from collections.abc import Mapping
from typing import Any

from babel import Locale

CITY_FIRST = {"AE", "AU", "CA", "GB", "HK", "ID", "IE", "IN", "KW", "NZ", "SA", "SG", "TH", "US", "ZA"}


def address_lines(address: Mapping[str, Any], home: str, locale: Locale) -> list[str]:
    """The lines of an address, given as the columns of customers.addresses or those of them that there are.

    Its country is named, in the reader's language, where it is not `home`.
    """
    code = address["country_code"]
    country = "" if code == home else locale.territories.get(code, code)
    given = [address.get(part, "") for part in ("company", "name", "line1", "line2")]
    return [line for line in [*given, _town(address), country] if line]


def _town(address: Mapping[str, Any]) -> str:
    city, region, postal_code = (address.get(part, "") for part in ("city", "region", "postal_code"))
    if address["country_code"] in CITY_FIRST:
        return ", ".join(filter(None, [city, f"{region} {postal_code}".strip()]))
    if address["country_code"] == "JP":
        return " ".join(filter(None, [postal_code and f"〒{postal_code}", region, city]))
    return " ".join(filter(None, [postal_code, city]))
