"""Who may use which route: every route for everybody, as access.py says, and without effect for those who may not."""

from typing import Any

import pytest

from oms.auth.permissions import ROLES
from oms.auth.permissions import SCOPES as ALL_SCOPES
from tests.security.access import ACCESS, PEOPLE, SCOPES, allowed
from tests.security.conftest import Outcome, Send
from tests.security.world import Request, World
from tests.support.api import api_token
from tests.support.people import PASSWORD, Hire

# These are sent as forms, and only look; or there is nothing in this world that they could change.
LOOKS = {"channels.phone_order_summary", "orders.cancellation_preview", "pickup.find"}
IDLE = {"auth.session_end", "auth.sessions_end_others", "orders.routing_create", "routing.simulation_end"}


def test_every_route_is_in_the_table(world: World) -> None:
    assert {request.route for request in world.requests()} == set(ACCESS)


def test_the_table_knows_every_role_and_scope() -> None:
    assert set(ROLES) == set(PEOPLE)
    assert set(ALL_SCOPES) == set(SCOPES)


def test_nobody_gets_behind_the_login(world: World, send: Send) -> None:
    wrong = {}
    for request in world.requests("person", "token"):
        outcome = send(None, request)
        if not _is_asked_to_log_in(outcome, request) or outcome.writes:
            wrong[str(request)] = str(outcome)
    assert wrong == {}


@pytest.mark.parametrize("role", PEOPLE)
def test_a_role_may_do_what_the_table_says_and_nothing_else(world: World, send: Send, hire: Hire, role: str) -> None:
    person_id = hire(role, locations=[world.berlin], password=PASSWORD)
    wrong = {}
    for request in world.requests("person", "public"):
        outcome = send(person_id, request)
        if allowed(role, request.route):
            is_right = outcome.status < 400 and (request.method == "GET" or _has_effect(outcome, request))
        else:
            is_right = outcome.status == 403 and not outcome.writes
        if not is_right:
            wrong[str(request)] = str(outcome)
    assert wrong == {}


def test_a_token_may_do_what_its_scope_says_and_nothing_else(app: Any, world: World, send: Send) -> None:
    """Each route with its scope alone, and with every other scope together."""
    alone = {scope: _token(app, scope) for scope in SCOPES}
    others = {scope: _token(app, *(other for other in SCOPES if other != scope)) for scope in SCOPES}
    wrong = {}
    for request in world.requests("token"):
        (scope,) = ACCESS[request.route]
        outcome = send(None, request, headers=alone[scope])
        if outcome.status >= 400 or not (request.method == "GET" or outcome.writes):
            wrong[f"{scope}: {request}"] = str(outcome)
        outcome = send(None, request, headers=others[scope])
        if outcome.status != 403 or outcome.writes:
            wrong[f"all but {scope}: {request}"] = str(outcome)
    assert wrong == {}


def test_a_token_is_nobody_on_pages(app: Any, world: World, send: Send) -> None:
    headers = _token(app, *SCOPES)
    outcomes = {str(request): send(None, request, headers=headers) for request in world.requests("person")}
    assert {
        address: str(outcome) for address, outcome in outcomes.items() if outcome.status != 303 or outcome.writes
    } == {}


def test_a_person_is_nobody_to_the_api(world: World, send: Send, hire: Hire) -> None:
    owner = hire("owner")
    outcomes = {str(request): send(owner, request) for request in world.requests("token")}
    assert {
        address: str(outcome) for address, outcome in outcomes.items() if outcome.status != 401 or outcome.writes
    } == {}


def _token(app: Any, *scopes: str) -> dict[str, str]:
    """Headers with a token that was used a moment ago, so that using it leaves no trace."""
    headers = {"Authorization": f"Bearer {api_token(*scopes)}"}
    app.test_client().get("/api/v1/orders", headers=headers)
    return headers


def _is_asked_to_log_in(outcome: Outcome, request: Request) -> bool:
    if request.address.startswith("/api/"):
        return outcome.status == 401
    return outcome.status == 303 and str(outcome.response.location).startswith("/login")


def _has_effect(outcome: Outcome, request: Request) -> bool:
    """Otherwise that others are refused would prove nothing."""
    return request.endpoint in LOOKS | IDLE or outcome.writes > 0
