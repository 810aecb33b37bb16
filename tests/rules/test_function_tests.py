"""Every function that others may call has a test file of its name, with a test in it."""

import ast

from tests.support.source import ROOT, function_files, named, nodes

TEST_FILES = sorted((ROOT / "tests").rglob("test_*.py"))


def test_it_tests_every_function_that_others_may_call():
    public = [path for path in function_files() if not path.stem.startswith("_")]
    assert [named(path) for path in public if not file_of_test(path).exists()] == []


def test_it_tests_no_function_that_does_not_exist():
    tested = {path for path in TEST_FILES if path.is_relative_to(ROOT / "tests/sql")}
    assert sorted(map(named, tested - {file_of_test(path) for path in function_files()})) == []


def test_it_has_a_test_in_every_test_file():
    # A Hypothesis state machine is collected through its TestCase.
    empty = [path for path in TEST_FILES if not named_as_tests(path) and ".TestCase" not in path.read_text()]
    assert list(map(named, empty)) == []


def test_it_collects_every_function_that_looks_like_a_test():
    assert {named(path): found for path in TEST_FILES if (found := named_like_tests(path))} == {}


def file_of_test(function):
    return ROOT / "tests/sql" / function.parts[-3] / f"test_{function.stem}.py"


def named_as_tests(path):
    return [node.name for node in nodes(path, ast.FunctionDef) if node.name.startswith("test_")]


def named_like_tests(path):
    return [node.name for node in nodes(path, ast.FunctionDef) if node.name.startswith("it_")]
