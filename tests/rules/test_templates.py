"""Templates compile, carry no code or style of their own, and use only what exists."""

import re

import pytest
from jinja2 import nodes as jinja

from tests.support.source import ROOT, named, templates

PAGES = [path for path in templates() if path.suffix == ".html"]
# Mail programs read no style sheets, and a document on paper has its own.
PAPER = "@page"
INLINE = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|\shx-on|javascript:|\s(?:hx-vals|hx-vars)=[\"']js:",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def environment(_app):
    return _app.jinja_env


def test_it_compiles_every_template(environment):
    for name in environment.list_templates():
        environment.get_template(name)


def test_it_has_no_inline_style_or_script():
    ours = [path for path in PAGES if path.parent.name not in {"emails", "pdf"} and PAPER not in path.read_text()]
    assert {named(path): found for path in ours if (found := INLINE.findall(without_comments(path)))} == {}


def test_it_loads_nothing_from_other_machines():
    foreign = re.compile(r"""(?:\s(?:src|srcset|action)|<link[^>]*\shref)=["'](?:https?:)?//""")
    assert [named(path) for path in PAGES if foreign.search(without_comments(path))] == []


def test_it_includes_and_extends_only_templates_that_exist(environment):
    known = set(environment.list_templates())
    used = {(named(path), name) for path in templates() for name in templates_in(environment, path)}
    assert {(user, name) for user, name in used if name not in known} == set()


def test_it_uses_every_partial_and_macro_file(environment):
    used = {name for path in templates() for name in templates_in(environment, path)}
    partials = {str(path.relative_to(ROOT / "templates")) for path in PAGES if path.name.startswith("_")}
    rendered = "".join(path.read_text() for path in (ROOT / "oms").rglob("*.py"))
    assert {name for name in partials - used if f'"{name}"' not in rendered} == set()


def test_it_says_on_top_of_each_partial_what_it_needs():
    partials = [path for path in PAGES if path.name.startswith("_")]
    assert [named(path) for path in partials if not path.read_text().startswith("{#")] == []


def test_it_uses_only_macros_that_exist():
    defined = {name for path in PAGES for name in re.findall(r"{%-? macro (\w+)\(", path.read_text())}
    used = {(named(path), name) for path in PAGES for name in re.findall(r"\bui\.(\w+)\(", path.read_text())}
    assert {(user, name) for user, name in used if name not in defined} == set()


def without_comments(path):
    return re.sub(r"{#.*?#}", "", path.read_text(), flags=re.DOTALL)


def templates_in(environment, path):
    tree = environment.parse(path.read_text())
    for node in tree.find_all((jinja.Include, jinja.Extends, jinja.Import, jinja.FromImport)):
        if isinstance(node.template, jinja.Const):
            yield node.template.value
