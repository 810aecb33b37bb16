"""Whatever is sent, the answer is one that is declared: the client of these tests fails on any other, and on each 5xx."""

import copy
from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from oms.api.schemas.orders import EXAMPLE
from tests.support import factories
from tests.support.channels import channel, sold
from tests.web.api.test_products import SHIRT

odd = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["", "0", "-1", "1e9", "\0", "' or 1=1 --", "9" * 30, "EUR", "2026-02-30", "\u202e", "%", "_"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places(node, at=()):
    """The way to every part of a JSON document."""
    yield at
    children = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, child in children:
        yield from places(child, (*at, step))


def replaced(document, place, value):
    if not place:
        return value
    changed = copy.deepcopy(document)
    inner = changed
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return changed


def fuzzed(document):
    return st.builds(lambda place, value: replaced(document, place, value), st.sampled_from([*places(document)]), odd)


@pytest.fixture
def shop(db):
    channel("market", "api")
    sold("SHIRT-BLUE-M")
    factories.location("HERE")


@pytest.fixture
def order_id(api, shop):
    return api.post("/orders", EXAMPLE).json["id"]


@given(body=fuzzed(EXAMPLE))
def test_orders(api, shop, body):
    assert api.post("/orders", body).status_code in {200, 201, 202, 409, 422, 415}


@given(body=fuzzed(SHIRT))
def test_products(api, shop, body):
    assert api.put("/products/hat", body).status_code in {200, 201, 409, 415, 422, 428}


@given(
    body=fuzzed({"sku": "SHIRT-BLUE-M", "location": "HERE", "quantity": 1, "expected_on_hand": 0, "reason": "found"})
)
def test_adjustments(api, shop, body):
    assert api.post("/stock/adjustments", body).status_code in {200, 409, 415, 422}


@given(body=fuzzed({"reason": "x", "version": 1}))
def test_cancellation(api, shop, order_id, body):
    assert api.post(f"/orders/{order_id}/cancellation", body).status_code in {200, 409, 415, 422}


@given(
    path=st.sampled_from(["/orders", "/stock", "/products"]),
    name=st.sampled_from(["limit", "cursor", "status", "sku", "location", "channel", "updated_after", "created_after"]),
    value=st.text(max_size=30)
    | st.sampled_from(["0", "1", "999999999999999999999", "-inf", "WzEsMl0", "9999-12-31T23:59:59Z"]),
)
def test_lists(api, shop, path, name, value):
    assert api.get(f"{path}?{name}={quote(value)}").status_code in {200, 422}


@given(handle=st.text(min_size=1, max_size=30))
@example(handle="/0")
def test_handles(api, shop, handle):
    assert api.get(f"/products/{quote(handle, safe='')}").status_code in {200, 404}
