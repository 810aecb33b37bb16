"""What people choose from by name, in the reader's language: countries, time zones, languages."""

from zoneinfo import available_timezones

from wtforms.fields.choices import SelectChoice

from oms.web.context import get_locale, language_name
from oms.web.forms import options

_NO_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}


def countries() -> list[SelectChoice]:
    names = get_locale().territories
    codes = [code for code in names if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES]  # noqa: PLR2004
    return options(sorted(((code, names[code]) for code in codes), key=lambda country: country[1].casefold()))


def time_zones() -> list[SelectChoice]:
    places = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))
    return options((zone, zone.replace("_", " ")) for zone in places)


def languages(codes: tuple[str, ...]) -> list[SelectChoice]:
    """Each language by what the people who speak it call it."""
    return options((code, language_name(code)) for code in codes)
