"""A domain is a folder, a schema and a place in the order of dependency; its first lines say what it is for."""

import ast

from tests.support.source import ROOT, layers, named

DOMAINS = sorted(path.parent for path in (ROOT / "oms").glob("*/__init__.py"))


def test_it_has_a_place_for_every_domain_in_the_layers():
    assert {path.name for path in DOMAINS} - set(layers()) == set()


def test_it_says_what_each_domain_is_for():
    assert [
        named(path) for path in DOMAINS if not ast.get_docstring(ast.parse((path / "__init__.py").read_text()))
    ] == []


def test_it_has_a_schema_only_for_domains(ask):
    schemas = {
        name for (name,) in ask("select nspname from pg_namespace where pg_get_userbyid(nspowner) = 'oms_owner'")
    }
    assert schemas - {path.name for path in DOMAINS} - {"frozen"} == set()


def test_it_says_what_each_module_of_jobs_is_for():
    modules = sorted((ROOT / "jobs").glob("*.py"))
    assert [named(path) for path in modules if not ast.get_docstring(ast.parse(path.read_text()))] == []
