"""Who buys in the demo shop: people put together from customers.toml."""

import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

_FILE = Path(__file__).with_name("customers.toml")
_HOUSEHOLDS = 420
_PHONES = {"DE": "+49 30 23125 {:03d}", "GB": "+44 7700 900{:03d}", "US": "+1 201 555 0{:03d}"}  # kept free for fiction


@dataclass(frozen=True)
class Buyer:
    """Somebody with an address."""

    language: str
    customer: dict[str, str]
    address: dict[str, Any]

    @property
    def country(self) -> str:
        return str(self.address["country_code"])

    @property
    def city(self) -> str:
        return str(self.address["city"])


class Buyers:
    """Everybody who ever buys, so that some come back."""

    def __init__(self, chance: Random) -> None:
        countries = tomllib.loads(_FILE.read_text())["countries"]
        self._chance = chance
        self._abroad = {
            code: [
                _buyer(chance, country, f"{code}{number}")
                for country in countries
                if country["code"] == code
                for number in range(60)
            ]
            for code in ("GB", "US")
        }
        shares = [country["share"] for country in countries]
        self._all = [
            _buyer(chance, country, str(number))
            for number, country in enumerate(chance.choices(countries, shares, k=_HOUSEHOLDS))
        ]

    def anybody(self) -> Buyer:
        """From where the European shops deliver."""
        return self._chance.choice(self._all)

    def somebody_in(self, country: str) -> Buyer:
        """From Great Britain or the United States, which have shops of their own."""
        return self._chance.choice(self._abroad[country])

    def neighbor(self, city: str, language: str | None = None) -> Buyer:
        """Who lives near a store."""
        return self._chance.choice([one for one in self._all if one.city == city and language in (None, one.language)])


def _buyer(chance: Random, country: dict[str, Any], number: str) -> Buyer:
    given, family = chance.choice(country["given"]), chance.choice(country["family"])
    language = chance.choice(country["languages"])
    name = f"{family} {given}" if language == "ja" else f"{given} {family}"
    phone = _PHONES.get(country["code"], "").format(chance.randrange(100, 200))
    postal_code, city, latitude, longitude, *region = chance.choice(country["towns"])
    return Buyer(
        language=language,
        customer={"name": name, "email": f"{_mailbox(given, family)}.{number.lower()}@example.com", "phone": phone},
        address={
            "name": name,
            "line1": _line(country["code"], chance.choice(country["streets"]), chance.randrange(1, 120)),
            "postal_code": postal_code,
            "city": city,
            "region": region[0] if region else "",
            "country_code": country["code"],
            "phone": phone,
            "latitude": round(latitude + chance.uniform(-0.02, 0.02), 5),
            "longitude": round(longitude + chance.uniform(-0.02, 0.02), 5),
        },
    )


def _line(country: str, street: str, number: int) -> str:
    """Where the house number stands is a matter of the country."""
    if country in ("FR", "GB", "US", "AE"):
        return f"{number} {street}"
    return f"{street}{number}" if country == "JP" else f"{street} {number}"


def _mailbox(given: str, family: str) -> str:
    words = unicodedata.normalize("NFKD", f"{given}.{family}".lower().replace("ß", "ss").replace("ł", "l"))
    plain = "".join(letter for letter in words if letter.isascii() and (letter.isalnum() or letter == "."))
    return plain.strip(".") or "reader"
