"""Every call("schema.function", p_name=...) in Python fits a function of that name and its parameters."""

import ast

import pytest

from tests.support.source import named, nodes, python_files

SIGNATURES = """
    select n.nspname || '.' || p.proname, coalesce(p.proargnames[1:p.pronargs], '{}'), p.pronargs - p.pronargdefaults
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where pg_get_userbyid(n.nspowner) = 'oms_owner'
"""


@pytest.fixture(scope="module")
def signatures(ask):
    return {name: (parameters, required) for name, parameters, required in ask(SIGNATURES)}


def test_it_calls_only_what_exists_with_what_it_takes(signatures):
    files = python_files("oms", "jobs", "tests")
    assert {f"{named(path)}:{line}": trouble for path in files for line, trouble in troubles(path, signatures)} == {}


def troubles(path, signatures):
    for node, function, given, is_open in calls(path):
        parameters, required = signatures.get(function, ([], 0))
        if function not in signatures:
            yield node.lineno, f"there is no function {function}"
        elif unknown := set(given) - set(parameters):
            yield node.lineno, f"{function} has no {', '.join(unknown)}"
        elif not is_open and (missing := set(parameters[:required]) - set(given)):
            yield node.lineno, f"{function} needs {', '.join(missing)}"


def calls(path):
    """Each call, its function and parameters, and whether ** passes more than can be read here."""
    for node in nodes(path, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        literal = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
        if name == "call" and isinstance(literal, str) and "." in literal:
            given = [keyword.arg for keyword in node.keywords if keyword.arg]
            yield node, literal, given, len(given) < len(node.keywords)
