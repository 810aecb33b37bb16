"""Documents that leave the house: right in every language, and no way out of the press."""

import io
import os
from datetime import UTC, date, datetime
from decimal import Decimal

import pypdf
import pytest
from fontTools.ttLib import TTFont

from oms.web import CUSTOMER_LANGUAGES, documents, press
from oms.web.documents import PrintError, Voice
from tests.support.messages import path_of, stored

HOURS = {day: ["09:00", "18:00"] for day in ("mon", "tue", "wed", "thu", "fri")} | {"sat": ["10:00", "16:00"]}


def text_of(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def test_it_prints_what_it_is_given(on_paper):
    assert "Łódź, Größe, 1.234,50 €" in text_of(documents.print_pdf("<title>t</title><p>Łódź, Größe, 1.234,50 €"))


def test_it_prints_the_same_bytes_again(on_paper):
    sheet = "<title>t</title><p>Same <b>الطلب</b>"
    assert documents.print_pdf(sheet) == documents.print_pdf(sheet)


@pytest.mark.parametrize(
    "wish",
    [
        "<img src='file:///etc/passwd'>",
        "<img src='http://127.0.0.1:1/'>",
        "<img src='data:image/png;base64,AAAA'>",
        "<link rel=stylesheet href='file:///etc/hostname'>",
        "<link rel=attachment href='file:///etc/passwd'>",
        "<style>@import 'https://example.com/x.css'</style>",
        "<style>p { background: url(asset:../../app.py) }</style><p>x",
    ],
)
def test_it_fetches_nothing(monkeypatch, wish):
    """In this process, as starting seven takes long."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # the press sets it for its own process
    with pytest.raises(BaseException, match="Error fetching"):  # above Exception, so that WeasyPrint passes it on
        press.press(f"<title>t</title>{wish}<p>text")


def test_it_says_why_it_prints_nothing(on_paper):
    with pytest.raises(PrintError, match="Error fetching"):
        documents.print_pdf("<title>t</title><img src='file:///etc/passwd'>")


def test_it_gives_up_in_time(on_paper, monkeypatch):
    monkeypatch.setattr(documents, "LONGEST_PRINT", 0.05)
    with pytest.raises(PrintError, match="too long"):
        documents.print_pdf("<p>x")


def test_the_press_knows_no_secret(on_paper, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")
    monkeypatch.setitem(os.environ, "DATABASE_URL", "postgresql://secret")
    seen = {}
    monkeypatch.setattr(documents.subprocess, "run", lambda *_args, **given: seen.update(given) or _Done())
    documents.print_pdf("<p>x")
    assert not [value for value in seen["env"].values() if "secret" in value]


@pytest.mark.parametrize("language", CUSTOMER_LANGUAGES[1:])
def test_the_fonts_have_every_letter_of_a_language(language):
    if not path_of("customer", language).exists():
        pytest.skip("not translated yet")
    words = "".join(str(message.string) for message in stored("customer", language))
    letters = {letter for letter in words if letter.isprintable()}
    for weight in press.WEIGHTS:
        covered = set()
        for family, of_weight, file in press.faces_for(words):
            assert family
            if of_weight == weight:
                covered |= {chr(code) for code in TTFont(press.FONTS / file).getBestCmap()}
        assert letters - covered == set()


@pytest.mark.parametrize(
    ("language", "money", "weekday", "percent"),
    [
        ("en", "€1,234.50", "Tue, Nov 24", "5.5%"),
        ("de", "1.234,50\xa0€", "Di., 24. Nov.", "5,5\xa0%"),
        ("ja", "€1,234.50", "11月24日(火)", "5.5%"),
        ("ar", "\u200f1,234.50\xa0€", "الثلاثاء، 24 نوفمبر", "5.5%"),
    ],
)
def test_a_voice_writes_as_its_reader_does(language, money, weekday, percent):
    voice = Voice(language, "Europe/Berlin")
    assert voice.money(123450, "EUR") == money
    assert voice.weekday(date(2026, 11, 24)) == weekday
    assert voice.percent(Decimal("0.055")).replace("\u200e", "") == percent


def test_a_voice_tells_the_day_where_its_reader_is():
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)
    assert Voice("en", "Europe/Berlin").day(late) == "November 25, 2026"
    assert Voice("de", "Europe/Berlin").time(late) == "00:30"


def test_a_voice_says_days_with_the_same_hours_together():
    assert Voice("de", "Europe/Berlin").opening_hours(HOURS) == [("Mo – Fr", "09:00 – 18:00"), ("Sa", "10:00 – 16:00")]


@pytest.mark.parametrize(
    ("text", "runs"), [("IBAN DE02 1203", "ltr"), ("1 كوب", "rtl"), ("12 – 14", "ltr"), ("", "ltr"), ("日本", "ltr")]
)
def test_a_text_runs_as_its_first_letter(text, runs):
    assert documents.direction(text) == runs


class _Done:
    returncode = 0
    stdout = b""
