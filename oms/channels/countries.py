"""Countries to choose from, by their names in the reader's language."""

from functools import cache

from babel import Locale

from oms.db import rows


def country_choices(locale: Locale) -> list[tuple[str, str]]:
    """Code and name of every country that we deliver to, by name."""
    names = {code: locale.territories.get(code, code) for code in _known()}
    return sorted(names.items(), key=lambda country: country[1].casefold())


@cache
def _known() -> tuple[str, ...]:
    two_letters = [str(code) for code in Locale("en").territories if len(str(code)) == len("DE")]
    found = rows(
        "select c.code from unnest(:codes ::text[]) as c (code) where channels.address_fields(c.code) is not null",
        codes=two_letters,
    )
    return tuple(country.code for country in found)
