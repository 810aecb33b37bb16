"""Every route says who may use it, and addresses look alike."""

import re

import pytest
from flask import Flask

from oms.auth.permissions import PERMISSIONS
from oms.web import require_guards

KEBAB_CASE = re.compile(r"[a-z0-9.-]*")


@pytest.fixture
def rules(app):
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def test_it_guards_every_route(app):
    require_guards(app)  # also done on each start


def test_it_does_not_start_with_an_unguarded_route():
    app = Flask(__name__, static_folder=None)
    app.add_url_rule("/open", view_func=lambda: "hello")
    with pytest.raises(RuntimeError, match="no guard"):
        require_guards(app)


def test_it_asks_only_for_permissions_that_exist(app):
    needed = {view.guard.need for view in app.view_functions.values() if view.guard.kind == "person"}
    assert needed - set(PERMISSIONS) == set()


def test_it_gives_a_reason_for_every_public_route(app):
    public = [view.guard.need for view in app.view_functions.values() if view.guard.kind == "public"]
    assert [reason for reason in public if len(reason.split()) < 2] == []


def test_it_writes_addresses_in_kebab_case(rules):
    words = {(rule.rule, word) for rule in rules for word in re.sub(r"<[^>]+>", "", rule.rule).split("/")}
    assert {address for address, word in words if not KEBAB_CASE.fullmatch(word)} == set()


def test_it_changes_nothing_on_get(rules):
    """A verb in an address is a change; changes are POST, PUT, PATCH or DELETE on a noun."""
    verbs = {"create", "update", "delete", "remove", "add", "save", "cancel", "do"}
    assert {rule.rule for rule in rules if verbs & set(rule.rule.split("/"))} == set()
