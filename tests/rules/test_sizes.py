"""Small files and small functions. Where taste says otherwise, the exception is listed with its reason."""

import ast

from tests.support.source import ROOT, named, nodes, python_files, templates

MODULE_LINES_MAX = 400
FUNCTION_LINES_MAX = 60
TEMPLATE_LINES_MAX = 120
CONFTEST_LINES_MAX = 200
EXCEPTIONS = {
    "oms/db/errors.py": "one catalog: every refusal and its sentence, side by side",
    "templates/ui/forms.html": "every control of a form, side by side",
    "templates/web/styleguide.html": "one page that shows every part",
    "tests/security/world.py": "one table: what each route needs to be tried",
}


def test_it_keeps_modules_short():
    assert too_long(python_files("oms", "jobs", "tests"), MODULE_LINES_MAX) == {}
    assert too_long([ROOT / "tests/conftest.py"], CONFTEST_LINES_MAX) == {}


def test_it_keeps_templates_short():
    assert too_long(templates(), TEMPLATE_LINES_MAX) == {}


def test_it_keeps_python_functions_short():
    functions = [(path, node) for path in python_files() for node in nodes(path, ast.FunctionDef)]
    lengths = {f"{named(path)}:{node.name}": node.end_lineno - node.lineno + 1 for path, node in functions}
    assert {name: lines for name, lines in lengths.items() if lines > FUNCTION_LINES_MAX} == {}


def test_it_keeps_no_exception_longer_than_needed():
    assert [name for name in EXCEPTIONS if not (ROOT / name).exists()] == []


def too_long(paths, limit):
    lengths = {named(path): len(path.read_text().splitlines()) for path in paths}
    return {name: lines for name, lines in lengths.items() if lines > limit and name not in EXCEPTIONS}
