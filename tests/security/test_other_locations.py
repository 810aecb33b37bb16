"""Nobody learns or changes anything of a place where they do not work, whatever address, id or words they try."""

from typing import Any

import pytest

from tests.security.access import allowed
from tests.security.conftest import Outcome, Send
from tests.security.world import CANARIES, Request, World
from tests.support.api import api_token
from tests.support.people import Hire

# What is sold is everybody's; these pages show of its stock what is at one's own places.
SHARED = {
    "catalog.show",
    "inventory.show",
    "inventory.movements",
    "inventory.past",
    "inventory.kit",
    "demand.outlook",
    "demand.waiting",
    "api.products.show",
    "api.products.save",
}
OWN = {"pickup.shelf_create", "api.products.save"}  # changes what is the sender's own, or everybody's


@pytest.mark.parametrize(("role", "places"), [("store", ["leeds"]), ("warehouse", ["leeds"]), ("store", [])])
def test_staff_of_another_place(world: World, send: Send, hire: Hire, role: str, places: list[str]) -> None:
    person_id = hire(role, locations=[getattr(world, place) for place in places])
    told = {}
    for request in [*world.requests("person"), *world.searches()]:
        if request.endpoint.startswith("auth.") or (request.endpoint and not allowed(role, request.route)):
            continue
        outcome = send(person_id, request)
        if fault := _fault(request, outcome):
            told[str(request)] = f"{fault}: {outcome}"
    assert told == {}


def test_software_of_another_place(app: Any, world: World, send: Send) -> None:
    headers = {"Authorization": f"Bearer {api_token(locations=[world.leeds])}"}
    app.test_client().get("/api/v1/orders", headers=headers)  # from here on it was used a moment ago
    told = {}
    for request in world.requests("token"):
        outcome = send(None, request, headers=headers)
        if fault := _fault(request, outcome):
            told[str(request)] = f"{fault}: {outcome}"
    assert told == {}


def test_a_customers_link_opens_no_invoice_of_another_order(app: Any, world: World) -> None:
    client = app.test_client()
    assert client.get(f"/t/{world.shipped_token}/invoices/{world.invoice_id}.pdf").status_code == 200
    assert client.get(f"/t/{world.token}/invoices/{world.invoice_id}.pdf").status_code == 404


def test_whoever_works_there_is_told_all_of_it(world: World, send: Send, hire: Hire) -> None:
    """Otherwise that others are told nothing would prove nothing."""
    person_id = hire("store", locations=[world.berlin])
    requests = [*world.requests("person"), *world.searches()]
    texts = [send(person_id, request).text for request in requests if request.method == "GET"]
    assert [canary for canary in CANARIES if not any(canary in text for text in texts)] == []


def _fault(request: Request, outcome: Outcome) -> str:
    if secrets := request.secrets_in(outcome.text):
        return f"tells {secrets}"
    if request.names_something and request.endpoint not in SHARED and outcome.status not in {403, 404}:
        return "not refused"
    return "has an effect" if outcome.writes and request.endpoint not in OWN else ""
