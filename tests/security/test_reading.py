"""Looking changes nothing: every page and every answer is read in a transaction that could not write."""

from typing import Any

from tests.security.conftest import Send
from tests.security.world import World
from tests.support.api import api_token
from tests.support.people import Hire


def test_pages_are_only_read(world: World, send: Send, hire: Hire) -> None:
    owner_id = hire("owner")
    pages = [request for request in world.requests("person", "public") if request.method == "GET"]
    outcomes = {str(request): send(owner_id, request, read_only=True) for request in pages}
    assert {page: str(outcome) for page, outcome in outcomes.items() if outcome.status >= 400} == {}


def test_answers_of_the_api_are_only_read(app: Any, world: World, send: Send) -> None:
    headers = {"Authorization": f"Bearer {api_token()}"}
    app.test_client().get("/api/v1/orders", headers=headers)  # when it was used last is noted once a minute
    asked = [request for request in world.requests("token") if request.method == "GET"]
    outcomes = {str(request): send(None, request, headers=headers, read_only=True) for request in asked}
    assert {answer: str(outcome) for answer, outcome in outcomes.items() if outcome.status >= 400} == {}
