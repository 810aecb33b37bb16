"""Documents that leave the house, mails and PDFs: written in the reader's language and time zone, without a request.

`render` fills a template, `words` gives the blocks of one as plain text, `print_pdf` turns HTML into a PDF. In these
templates `_`, `money`, `quantity`, `percent`, `day`, `weekday`, `time` and `country` speak the reader's language.
"""

import os
import subprocess
import sys
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale, dates, numbers
from babel.support import Translations
from flask import Flask
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from oms.web.context import CUSTOMER_LANGUAGES, TRANSLATIONS, match_language
from oms.web.formats import major

ROOT = Path(__file__).parents[2]
LONGEST_PRINT = 110  # seconds; a thousand lines take 18 of an idle processor
# What the press needs to find its libraries; nothing of ours, and none of our secrets.
_ENVIRONMENT = ("PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class PrintError(Exception):
    """A document could not be printed: it took too much memory or time, or asked for something from outside."""


class Voice:
    """How one reader writes money, numbers and moments."""

    def __init__(self, language: str, time_zone: str) -> None:
        self.locale = Locale.parse(language)
        self.zone = ZoneInfo(time_zone)

    @property
    def language(self) -> str:
        """As HTML wants it: pt-BR."""
        return str(self.locale).replace("_", "-")

    @property
    def direction(self) -> str:
        return self.locale.text_direction

    @property
    def zone_name(self) -> str:
        """Such as "Central European Time"."""
        return dates.get_timezone_name(self.zone, locale=self.locale)

    def money(self, minor: int, currency: str) -> str:
        return numbers.format_currency(major(minor, currency), currency, locale=self.locale)

    def quantity(self, number: int | Decimal) -> str:
        return numbers.format_decimal(number, locale=self.locale)

    def percent(self, share: Decimal) -> str:
        pattern = self.locale.percent_formats[None].pattern.replace("0", "0.###")
        return numbers.format_percent(share, pattern, locale=self.locale)

    def day(self, value: date | datetime, width: str = "long") -> str:
        """Such as "November 24, 2026"."""
        return dates.format_date(self._date(value), width, locale=self.locale)

    def weekday(self, value: date | datetime) -> str:
        """Such as "Tue, Nov 24"."""
        return dates.format_skeleton("MMMEd", self._date(value), locale=self.locale)

    def time(self, value: datetime | time) -> str:
        """Such as "6:00 PM" or "18:00"."""
        local = value.astimezone(self.zone).time() if isinstance(value, datetime) else value
        return dates.format_time(local, "short", locale=self.locale)

    def opening_hours(self, hours: dict[str, list[str]]) -> list[tuple[str, str]]:
        """Days with the same hours together: [("Mon – Fri", "9:00 AM – 7:00 PM"), ...]. Closed days are not named."""
        names = self.locale.days["stand-alone"]["abbreviated"]
        weekdays = [(names[number], hours.get(day)) for number, day in enumerate(_DAYS)]
        runs = [(span, [name for name, _ in run]) for span, run in groupby(weekdays, key=itemgetter(1)) if span]
        return [
            (
                " – ".join(dict.fromkeys([days[0], days[-1]])),
                " – ".join(self.time(time.fromisoformat(at)) for at in span),
            )
            for span, days in runs
        ]

    def country(self, code: str) -> str:
        return self.locale.territories.get(code, code)

    def _date(self, value: date | datetime) -> date:
        return value.astimezone(self.zone).date() if isinstance(value, datetime) else value


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(apart=apart, direction=direction)


def language_of(wanted: str | None) -> str:
    """The language in which we write to somebody who wants this one."""
    return match_language(wanted, CUSTOMER_LANGUAGES) or "en"


def render(template: str, voice: Voice, **context: Any) -> str:
    return _environment(voice.locale).get_template(template).render(_words_of(voice), **context)


def words(template: str, voice: Voice, **context: Any) -> dict[str, str]:
    """Every block of a template, by its name."""
    found = _environment(voice.locale).get_template(template)
    scope = found.new_context({**_words_of(voice), **context})
    return {name: "".join(block(scope)).strip() for name, block in found.blocks.items()}


def print_pdf(html: str) -> bytes:
    """The PDF of a document whose own text is all it needs. The same text gives the same bytes. Raises PrintError."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "oms.web.press"],
            input=html.encode(),
            capture_output=True,
            timeout=LONGEST_PRINT,
            check=False,
            cwd=ROOT,
            env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
        )
    except subprocess.TimeoutExpired as error:
        raise PrintError("took too long") from error
    if done.returncode != 0:
        raise PrintError(
            done.stderr.decode(errors="replace").strip().rpartition("\n")[2] or f"ended with {done.returncode}"
        )
    return done.stdout


def apart(text: str) -> str:
    """Keep what is in another script, or a code, in its own order in the middle of Arabic (Unicode's isolates)."""
    return f"\u2068{text}\u2069" if text else ""


def direction(text: str) -> str:
    """Which way a text runs that may be in any language: as its first letter does. For blocks of their own."""
    letters = (unicodedata.bidirectional(letter) for letter in text)
    return "rtl" if next((kind for kind in letters if kind in {"L", "R", "AL"}), "L") in {"R", "AL"} else "ltr"


@cache
def _environment(locale: Locale) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    translations = Translations.load(TRANSLATIONS, [locale], domain="customer")
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["direction"] = direction
    # Only where it matters: who copies a number from a page should not copy invisible characters with it.
    environment.filters["apart"] = apart if locale.text_direction == "rtl" else str
    return environment


def _words_of(voice: Voice) -> dict[str, Any]:
    return {
        "voice": voice,
        "money": voice.money,
        "quantity": voice.quantity,
        "percent": voice.percent,
        "day": voice.day,
        "weekday": voice.weekday,
        "time": voice.time,
        "country": voice.country,
    }
