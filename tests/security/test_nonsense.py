"""Whatever is put into addresses, forms and JSON: an answer, and never an error of ours."""

from typing import Any
from urllib.parse import quote

import pytest

from oms.web.csrf import SAFE_METHODS
from tests.security.conftest import Send
from tests.security.world import Request, World
from tests.support.api import api_token
from tests.support.people import PASSWORD, Hire

NONSENSE = [
    "",
    "'; drop table orders.orders; --",
    "\0",
    "9" * 40,
    "-1",
    "1e400",
    "\u202e%s{{7*7}}<script>",
    "x" * 10_000,
    "\ud800",
]


@pytest.mark.parametrize("nonsense", NONSENSE, ids=lambda text: repr(text)[:12])
def test_no_nonsense_is_an_error_of_ours(world: World, send: Send, hire: Hire, nonsense: str) -> None:
    owner_id = hire("owner", password=PASSWORD)
    bearer = {"Authorization": f"Bearer {api_token()}"}
    faults = {}
    for request in world.requests():
        headers = bearer if request.address.startswith("/api/") else {}
        for spoiled in _spoiled(request, nonsense):
            try:
                outcome = send(owner_id, spoiled, headers=headers)
            except UnicodeEncodeError: continue
            if outcome.status >= 500:
                faults[str(spoiled)[:120]+str(spoiled.sent)[:100]] = str(outcome)
    assert faults == {}


def _spoiled(request: Request, nonsense: str) -> list[Request]:
    spoiled = []
    sent = dict(request.sent)
    for where in ("data", "json", "query_string"):
        if isinstance(sent.get(where), dict):
            for name in sent[where]:
                spoiled.append(Request(request.route, request.endpoint, request.address, sent | {where: sent[where] | {name: nonsense}}))
    if not spoiled:
      for name in ("q", "location", "before", "page", "after", "state", "tab", "quantity", "id", "lang", "version", "once", "older", "since", "code", "channel", "go"):
        spoiled.append(Request(request.route, request.endpoint, request.address, sent | ({"query_string": {name: nonsense}})))
    parts = request.route[1].split("/")
    if "<" in request.route[1]:
        real = request.address.split("/")
        for i, part in enumerate(parts):
            if part.startswith("<") and "int:" not in part or ("int:" in part and nonsense.isdigit()):
                try: q=quote(nonsense, safe="")
                except UnicodeEncodeError: continue
                spoiled.append(Request(request.route, request.endpoint, "/".join(real[:i]+[q]+real[i+1:]), sent))
    return spoiled
