"""SQL depends one way only, as Python does: a schema uses those below it, never one above."""

import re

from tests.support.source import function_files, layers, named

FOREIGN_KEYS = """
    select c.conrelid::regclass::text || '.' || c.conname, f.nspname, t.nspname
    from pg_constraint c join pg_class fc on fc.oid = c.conrelid join pg_namespace f on f.oid = fc.relnamespace
    join pg_class tc on tc.oid = c.confrelid join pg_namespace t on t.oid = tc.relnamespace
    where c.contype = 'f' and f.nspname <> t.nspname
"""
HEIGHT = {name: height for height, name in enumerate(layers())}


def test_it_points_foreign_keys_downwards(ask):
    assert [key for key, source, target in ask(FOREIGN_KEYS) if HEIGHT[source] < HEIGHT[target]] == []


def test_it_names_no_schema_above_its_own():
    assert {named(path): above for path in function_files() if (above := schemas_above(path))} == {}


def schemas_above(path):
    code = re.sub(r"--.*|'(?:[^']|'')*'", "", path.read_text())
    used = set(re.findall(r"(?<![\w.])([a-z]+)\.[a-z_]+", code)) & HEIGHT.keys()
    return {schema for schema in used if HEIGHT[schema] > HEIGHT[path.parts[-3]]}
