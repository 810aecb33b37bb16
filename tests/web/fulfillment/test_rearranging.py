"""Work is split, put together and moved."""

from typing import Any

import pytest

from tests.support.factories import line, location, place_order, stock, stocked, works


@pytest.fixture
def work(db: Any) -> Any:
    placed = place_order(lines=[line(stocked(location("HERE", priority=1), 5, "MUG"), 3)])
    return works(placed.id)[0]


@pytest.fixture
def manager(log_in: Any) -> Any:
    return log_in("manager", name="Alice")


def split(person: Any, work: Any, db: Any, quantity: str) -> Any:
    line_id = db.value("select id from fulfillment.lines order by id limit 1")
    return person.post(
        f"/fulfillment/{work.number}/split", data={"lines-0-line_id": line_id, "lines-0-quantity": quantity}
    )


def test_it_is_split_and_put_together_again(manager: Any, work: Any, db: Any) -> None:
    assert "Split, merge or move" in manager.get(f"/fulfillment/{work.number}").text
    assert "3 not picked" in manager.get(f"/fulfillment/{work.number}/rearrangement").text
    answer = split(manager, work, db, "1")
    assert answer.status_code == 303
    other = answer.location.rpartition("/")[2]
    assert f"Put {other} into this" in manager.get(f"/fulfillment/{work.number}/rearrangement").text
    assert manager.post(f"/fulfillment/{work.number}/merger", data={"other": other}).status_code == 303
    assert db.value("select quantity from fulfillment.lines order by id limit 1") == 2
    page = manager.get(f"/orders/{work.number.partition('-')[0]}").text
    for told in ("was split off", "was put into"):
        assert told in page, told


@pytest.mark.parametrize("quantity", ["0", "3", "9"])
def test_it_says_what_can_not_be_split(manager: Any, work: Any, db: Any, quantity: str) -> None:
    answer = split(manager, work, db, quantity)
    assert answer.status_code == 422
    assert "at least one" in answer.text


def test_it_is_moved_to_where_everything_is(manager: Any, work: Any, db: Any) -> None:
    assert "No other location has all of it" in manager.get(f"/fulfillment/{work.number}/rearrangement").text
    there = location("THERE")
    stock("MUG", there, 3)
    assert "Move to There" in manager.get(f"/fulfillment/{work.number}/rearrangement").text
    answer = manager.post(f"/fulfillment/{work.number}/move", data={"location": there})
    assert answer.status_code == 303
    assert "was moved from Here to There" in manager.get(answer.location).text
    assert manager.post(f"/fulfillment/{work.number}/move", data={"location": there}).status_code == 409


def test_it_is_for_those_who_may(log_in: Any, work: Any) -> None:
    packer = log_in("warehouse", name="Bob", locations=[work.location_id])
    page = packer.get(f"/fulfillment/{work.number}/rearrangement").text
    assert "What you choose becomes work of its own" in page
    assert "Move" not in page.partition("<main")[2].replace("Split, merge or move", "")
    assert packer.post(f"/fulfillment/{work.number}/move", data={"location": 1}).status_code == 403
