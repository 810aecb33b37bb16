"""Money, numbers and moments as the reader writes them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import g

from oms.web import formats, speak
from oms.web.forms import parse_money

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def reader(app):
    """Read as somebody in this language and time zone."""

    def reader(language, zone="UTC"):
        context = app.test_request_context()
        context.push()
        contexts.append(context)
        g.now = NOON
        speak(language, zone)

    contexts = []
    yield reader
    for context in reversed(contexts):
        context.pop()


@pytest.mark.parametrize(
    ("language", "minor", "currency", "shown"),
    [
        ("en", 123456, "EUR", "€1,234.56"),
        ("de", 123456, "EUR", "1.234,56\xa0€"),
        ("en", 1999, "JPY", "¥1,999"),
        ("en", -50, "USD", "-$0.50"),
        ("fr", 123456, "EUR", "1\u202f234,56\xa0€"),
    ],
)
def test_money(reader, language, minor, currency, shown):
    reader(language)
    assert formats.money(minor, currency) == shown


@pytest.mark.parametrize(
    ("language", "text", "minor"), [("en", "1,234.50", 123450), ("de", "1.234,50", 123450), ("de", "7", 700)]
)
def test_money_is_read_as_it_is_written(reader, language, text, minor):
    reader(language)
    assert parse_money(text, "EUR") == minor


@pytest.mark.parametrize("text", ["12.345", "abc", "1.2.3"])
def test_money_that_cannot_be_is_refused(reader, text):
    reader("en")
    with pytest.raises(ValueError, match=r"12\.50"):
        parse_money(text, "EUR")


def test_moments_are_in_the_readers_time_zone(reader):
    reader("en", "Asia/Tokyo")
    shown = formats.when(NOON)
    assert "Nov 21, 9:00" in shown
    assert 'datetime="2026-11-21T12:00:00+00:00"' in shown


def test_another_year_shows_the_year(reader):
    reader("de", "Europe/Berlin")
    assert "21.11.2025" in formats.when(NOON.replace(year=2025))


def test_a_given_zone_counts_more_than_the_readers(reader):
    reader("de", "Asia/Tokyo")
    assert "13:00" in formats.when(NOON, zone="Europe/Berlin", width="time")


def test_nothing_is_a_dash(reader):
    reader("en")
    assert formats.when(None) == formats.day(None) == formats.ago(None) == formats.NOTHING


def test_days(reader):
    reader("en")
    assert ">Nov 21, 2026<" in formats.day(date(2026, 11, 21))


@pytest.mark.parametrize(
    ("since", "shown"),
    [
        (timedelta(seconds=20), ">now<"),
        (timedelta(hours=3), ">3h<"),
        (timedelta(days=2), ">2d<"),
        (timedelta(days=40), ">1 mth<"),
    ],
)
def test_how_long_ago(reader, since, shown):
    reader("en")
    assert shown in formats.ago(NOON - since)


def test_numbers(reader):
    reader("de")
    assert formats.quantity(12000) == "12.000"
    assert formats.percent(0.19) == "19\xa0%"
