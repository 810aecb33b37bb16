"""Which stores near a place have it ready for pickup."""

from typing import Any

import pytest

from tests.support import factories


@pytest.fixture
def sku(db: Any) -> str:
    place = factories.store("BERLIN", name="Berlin store", city="Berlin", postal_code="10115")
    return factories.stocked(place, 3, sku="MUG")


def test_it_names_the_nearest_stores(api: Any, sku: str) -> None:
    factories.stocked(factories.store("MUNICH", latitude=48.1, longitude=11.6), sku="TEE")
    answer = api.get("/pickup-availability?sku=MUG,TEE&quantity=2,1&city=Berlin&country=DE")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, max-age=30"
    near, far = answer.json["data"]
    assert (near["location"], near["distance_km"], near["is_available"], near["ready_on"]) == ("BERLIN", 0, False, None)
    assert near["lines"][0] == {"sku": "MUG", "quantity": 2, "available": 3}
    assert far["location"] == "MUNICH"
    (one,) = api.get("/pickup-availability?sku=MUG&latitude=52.5&longitude=13.4&available=true").json["data"]
    assert one["ready_on"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("sku=MUG&city=Atlantis", 422),
        ("sku=NONE&city=Berlin", 422),
        ("sku=MUG", 422),
        ("sku=MUG&latitude=52.5", 422),
        ("sku=MUG&quantity=1,2&city=Berlin", 422),
        ("sku=MUG,MUG&city=Berlin", 422),
        ("city=Berlin", 422),
    ],
)
def test_it_refuses_what_it_cannot_answer(api: Any, sku: str, query: str, status: int) -> None:
    answer = api.get(f"/pickup-availability?{query}")
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"


def test_a_token_sees_its_own_stores(connect: Any, sku: str) -> None:
    here = factories.store("HERE")
    answer = connect("stock:read", locations=[here]).get("/pickup-availability?sku=MUG&latitude=52&longitude=13")
    assert [store["location"] for store in answer.json["data"]] == ["HERE"]
