"""The form of SQL files: a header that says what and who, small letters, no swallowed errors, bodies of a page."""

import re

from tests.support.source import ROOT, function_files, named

KEYWORDS = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|BEGIN|END|RETURNS|DECLARE|IF|THEN|ELSE|LOOP|PERFORM|RAISE|NULL|AND|OR|NOT)\b"
)
BODY_LINES_MAX = 80
SQL_FILES = sorted((ROOT / "oms").rglob("*.sql"))


def test_it_opens_with_what_it_does_and_who_calls_it():
    assert [named(path) for path in function_files() if not has_header(path)] == []


def test_it_is_written_in_small_letters():
    assert {named(path): found for path in SQL_FILES if (found := KEYWORDS.findall(code_of(path)))} == {}


def test_it_has_no_tabs_or_spaces_at_line_ends():
    untidy = re.compile(r"\t|[ \t]+$", re.MULTILINE)
    assert [named(path) for path in SQL_FILES if untidy.search(path.read_text())] == []


def test_it_never_swallows_all_errors():
    assert [named(path) for path in SQL_FILES if re.search(r"when\s+others", code_of(path))] == []


def test_it_has_bodies_that_fit_on_a_page():
    assert {named(path): lines for path in function_files() if (lines := body_lines(path)) > BODY_LINES_MAX} == {}


def has_header(path):
    header = path.read_text().partition("create or replace function")[0]
    told = "Called by:" in header or path.stem.startswith("_on_")
    return told and all(line.startswith("-- ") for line in header.splitlines())


def code_of(path):
    return re.sub(r"--.*|'(?:[^']|'')*'", "", path.read_text())


def body_lines(path):
    return path.read_text().partition("$$")[2].rpartition("$$")[0].count("\n")
