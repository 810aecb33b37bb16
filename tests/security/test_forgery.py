"""No other site can make somebody's browser change anything here, on any route."""

import pytest

from tests.security.conftest import Send
from tests.security.world import World
from tests.support.people import PASSWORD, Hire

SIGNED = {"channels.shopify_webhook", "fulfillment.tracker_create"}
ELSEWHERE = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
]


@pytest.fixture
def owner_id(hire: Hire) -> int:
    return hire("owner", password=PASSWORD)


def _forms(world: World) -> list[object]:
    """What a browser could be made to send: everything unsafe that is not proven by something else than a cookie."""
    return [
        request
        for request in world.requests("person", "public")
        if request.method != "GET" and request.endpoint not in SIGNED
    ]


def test_nothing_is_done_without_the_token_of_the_session(world: World, send: Send, owner_id: int) -> None:
    outcomes = {str(form): send(owner_id, form, csrf=False) for form in _forms(world)}
    assert {form: str(outcome) for form, outcome in outcomes.items() if outcome.status != 400 or outcome.writes} == {}


def test_nothing_is_done_with_a_token_of_another_session(world: World, send: Send, owner_id: int) -> None:
    stolen = {"X-CSRFToken": "IjEyMzQ1Njc4OTAxMjM0NTY3ODkwIg.aAAAAA.x"}
    outcomes = {str(form): send(owner_id, form, csrf=False, headers=stolen) for form in _forms(world)}
    assert {form: str(outcome) for form, outcome in outcomes.items() if outcome.status != 400 or outcome.writes} == {}


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_nothing_is_done_that_comes_from_elsewhere(
    world: World, send: Send, owner_id: int, headers: dict[str, str]
) -> None:
    outcomes = {str(form): send(owner_id, form, headers=headers) for form in _forms(world)}
    assert {form: str(outcome) for form, outcome in outcomes.items() if outcome.status != 403 or outcome.writes} == {}


def test_only_what_proves_itself_otherwise_needs_no_token(app, world: World) -> None:
    free = {name for name, view in app.view_functions.items() if not view.guard.csrf and view.guard.kind != "token"}
    assert free == SIGNED
