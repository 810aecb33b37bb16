"""Money, numbers and moments as the reader writes them: in their language and their time zone."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from babel import dates, numbers
from flask import Flask
from flask_babel import get_timezone
from flask_babel import gettext as _
from markupsafe import Markup

from oms.web.context import get_locale, now

NOTHING = "\N{EN DASH}"

_MONTHS = timedelta(days=25)  # from here on Babel counts in months


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        money=money, quantity=quantity, percent=percent, when=when, day=day, ago=ago, currency_symbol=currency_symbol
    )


def money(minor: int, currency: str) -> str:
    """1999 and "EUR" are €19.99."""
    return numbers.format_currency(major(minor, currency), currency, locale=get_locale())


def major(minor: int, currency: str) -> Decimal:
    """Minor units as a decimal number: 1999, "EUR" -> 19.99; 1999, "JPY" -> 1999."""
    return Decimal(minor).scaleb(-numbers.get_currency_precision(currency))


def currency_symbol(currency: str) -> str:
    return numbers.get_currency_symbol(currency, locale=get_locale())


def quantity(number: int | Decimal) -> str:
    """12000 is 12,000."""
    return numbers.format_decimal(number, locale=get_locale())


def percent(share: Decimal | float) -> str:
    """0.19 is 19%."""
    pattern = get_locale().percent_formats[None].pattern.replace("#,##0", "#,##0.#")
    return numbers.format_percent(share, pattern, locale=get_locale())


def when(moment: datetime | None, zone: str | None = None, width: str = "medium") -> Markup | str:
    """A moment as <time>: "Nov 21, 14:03", with everything in its tooltip. `zone` where not the reader's own counts."""
    if moment is None:
        return NOTHING
    local = moment.astimezone(_zone(zone))
    shown = _moment(local, width)
    full = dates.format_datetime(local, "full", tzinfo=local.tzinfo, locale=get_locale())
    return Markup('<time datetime="{}" title="{}">{}</time>').format(moment.isoformat(), full, shown)


def day(value: date | datetime | None, zone: str | None = None, width: str = "medium") -> Markup | str:
    """A day as <time>: "Nov 21, 2026"; `width` is short, medium, long or full."""
    if value is None:
        return NOTHING
    on = value.astimezone(_zone(zone)).date() if isinstance(value, datetime) else value
    shown = dates.format_date(on, width, locale=get_locale())
    return Markup('<time datetime="{}">{}</time>').format(on.isoformat(), shown)


def ago(moment: datetime | None) -> Markup | str:
    """How long since: "3 h", with the moment itself in its tooltip."""
    if moment is None:
        return NOTHING
    since = now() - moment
    width: Literal["narrow", "short"] = "narrow" if since < _MONTHS else "short"  # "1m" would be a minute and a month
    shown = dates.format_timedelta(since, granularity="minute", format=width, locale=get_locale())
    if since < timedelta(minutes=1):
        shown = _("now")
    full = dates.format_datetime(moment.astimezone(_zone(None)), "medium", tzinfo=_zone(None), locale=get_locale())
    return Markup('<time datetime="{}" title="{}">{}</time>').format(moment.isoformat(), full, shown)


def _moment(local: datetime, width: str) -> str:
    """The time of day; with the day before it; with the year in place of the time where it is another year."""
    locale = get_locale()
    time = dates.format_time(local, "short", locale=locale)
    if width == "time":
        return time
    if width == "long":
        on = dates.format_date(local, "long", locale=locale)
    elif local.year == now().astimezone(local.tzinfo).year:
        on = dates.format_skeleton("MMMd", local, locale=locale)
    else:
        return dates.format_date(local, "medium", locale=locale)
    pattern = str(dates.get_datetime_format("medium", locale=locale))
    return pattern.replace("{1}", on).replace("{0}", time)


def _zone(name: str | None) -> ZoneInfo:
    return ZoneInfo(name) if name else get_timezone()
