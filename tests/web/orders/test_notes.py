"""Notes for the team."""

from typing import Any

import pytest

from oms.db import value
from tests.support.factories import line, place_order


@pytest.fixture
def placed(house: Any) -> Any:
    return place_order(lines=[line(house.sku)])


def notes() -> int:
    return int(value("select count(*) from history.events where type = 'order.note'"))


def test_it_stands_in_the_timeline_with_who_wrote_it(alice: Any, placed: Any) -> None:
    answer = alice.post(f"/orders/{placed.number}/notes", data={"text": "Called <b>Dora</b>"}, follow_redirects=True)
    assert "Called &lt;b&gt;Dora&lt;/b&gt;" in answer.text
    assert "Alice Adams" in answer.text


def test_it_says_what_is_wrong_beside_the_field(alice: Any, placed: Any) -> None:
    answer = alice.post(f"/orders/{placed.number}/notes", data={"text": "  "})
    assert answer.status_code == 422
    assert 'aria-describedby="text-mistake"' in answer.text
    assert notes() == 0


def test_it_is_not_for_those_at_the_locations(bob: Any, charlie: Any, placed: Any) -> None:
    for person in (bob, charlie):
        assert person.post(f"/orders/{placed.number}/notes", data={"text": "x"}).status_code == 403
    assert notes() == 0
