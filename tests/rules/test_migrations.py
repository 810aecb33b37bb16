"""Tables change by numbered migrations that are never edited after landing, and never call our functions."""

import re

from tests.support.freeze import FROZEN, SCHEMA, hashes, schema
from tests.support.source import ROOT, function_files
from tests.support.states import STATES, diagrams

MIGRATIONS = sorted((ROOT / "migrations/versions").glob("*.py"))


def test_it_numbers_them_without_gaps():
    assert [path.name[:4] for path in MIGRATIONS] == [f"{number:04}" for number in range(1, len(MIGRATIONS) + 1)]


def test_it_names_them_for_what_they_do():
    assert [path.name for path in MIGRATIONS if not re.fullmatch(r"\d{4}_[a-z0-9_]+\.py", path.name)] == []


def test_it_never_edits_one_that_has_landed():
    assert FROZEN.read_text() == hashes()


def test_it_shows_what_they_leave_behind(server, database):
    assert SCHEMA.read_text() == schema(server.url(database)), "make freeze writes it anew"


def test_it_draws_how_things_change_state(server, database):
    assert STATES.read_text() == diagrams(server.url(database)), "make freeze draws it anew"


def test_it_calls_none_of_our_functions():
    ours = {f"{path.parts[-3]}.{path.stem}(" for path in function_files()}
    assert {
        path.name: called for path in MIGRATIONS if (called := {name for name in ours if name in path.read_text()})
    } == {}
