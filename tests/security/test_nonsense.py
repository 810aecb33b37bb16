"""Whatever is put into addresses, forms and JSON: an answer, and never an error of ours."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import pytest

from tests.security.conftest import Send
from tests.security.world import Request, World
from tests.support.api import api_token
from tests.support.people import PASSWORD, Hire

NONSENSE = [
    "",
    "-1",
    "9999999999",
    "9" * 40,
    "1e400",
    "\0",
    "\N{RIGHT-TO-LEFT OVERRIDE}%s{{7*7}}<script>",
    "'; drop table orders.orders; --",
    "x" * 10_000,
]
# What addresses ask for anywhere; each route is asked for all of it.
ASKED = ("q", "location", "before", "after", "page", "state", "tab", "id", "since", "older", "lang", "channel", "go")
BAD_GATEWAY = 502  # a carrier that does not know what it is asked for


@pytest.mark.parametrize("number", ["2147483648", "9223372036854775808", "9" * 40])
def test_numbers_that_no_table_has_lead_nowhere(world: World, send: Send, hire: Hire, number: str) -> None:
    owner_id = hire("owner")
    outcomes = {}
    for request in world.requests("person"):
        for spoiled in _elsewhere(request, number, "<int:"):
            outcomes[str(spoiled)] = send(owner_id, spoiled)
    assert outcomes
    assert {
        address: str(outcome) for address, outcome in outcomes.items() if outcome.status >= 500 or outcome.writes
    } == {}


@pytest.mark.slow
@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda text: repr(text)[:12])
def test_no_nonsense_is_an_error_of_ours(world: World, send: Send, hire: Hire, nonsense: str) -> None:
    owner_id = hire("owner", password=PASSWORD)
    bearer = {"Authorization": f"Bearer {api_token()}"}
    faults = {}
    for request in world.requests():
        headers = bearer if request.address.startswith("/api/") else {}
        for spoiled in [*_elsewhere(request, nonsense, "<"), *_spoiled(request, nonsense)]:
            outcome = send(owner_id, spoiled, headers=headers)
            if outcome.status >= 500 and outcome.status != BAD_GATEWAY:
                faults[f"{spoiled} {spoiled.sent}"[:200]] = str(outcome)
    assert faults == {}


def _elsewhere(request: Request, nonsense: str, start: str) -> Iterator[Request]:
    """The address with nonsense in the place of each of its arguments that starts so."""
    real = request.address.split("/")
    for place, part in enumerate(request.route[1].split("/")):
        if part.startswith(start) and nonsense:
            rest = part.partition(">")[2]  # such as ".pdf"
            yield replace(
                request, address="/".join([*real[:place], quote(nonsense, safe="") + rest, *real[place + 1 :]])
            )


def _spoiled(request: Request, nonsense: str) -> Iterator[Request]:
    """What is sent, with nonsense in each of its places; and in everything that may be asked for."""
    yield replace(request, sent={**request.sent, "query_string": dict.fromkeys(ASKED, nonsense)})
    for where in ("data", "json", "query_string"):
        given = request.sent.get(where)
        for name in given if isinstance(given, dict) else ():
            yield replace(request, sent={**request.sent, where: {**given, name: nonsense}})
