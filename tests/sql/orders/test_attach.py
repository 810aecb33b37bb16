"""orders.attach: files of the team, kept as they were."""

import hashlib
from typing import Any

import pytest

from oms.db import DomainError, acting_as, call, row, rows
from oms.db.actor import Actor
from tests.support.factories import place_order


def attach(order_id: int, content: bytes = b"hello", **given: Any) -> int:
    made = {"p_name": "a.txt", "p_content_type": "text/plain", **given}
    return int(call("orders.attach", p_order_id=order_id, p_content=content, **made))


def test_it_keeps_the_file_with_its_hash_and_tells_it(db: Any) -> None:
    placed = place_order()
    file_id = attach(placed.id)
    kept = row("select content, sha256, added_by from orders.attachments")
    assert kept
    assert (bytes(kept.content), bytes(kept.sha256)) == (b"hello", hashlib.sha256(b"hello").digest())
    told = rows("select data from history.events where type = 'order.attached'")
    assert [event.data for event in told] == [{"attachment_id": file_id, "name": "a.txt"}]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"p_name": "../a"}, "attachments_name_plain"),
        ({"p_content_type": "text/html"}, "attachments_type_known"),
        ({"content": b""}, "attachments_size_allowed"),
        ({"content": b"x" * (10 * 1024 * 1024 + 1)}, "attachments_size_allowed"),
    ],
)
def test_it_refuses_what_is_no_file_to_keep(db: Any, given: dict[str, Any], code: str) -> None:
    placed = place_order()
    with pytest.raises(DomainError) as refused:
        attach(placed.id, **given)
    assert (refused.value.code, refused.value.field) == (code, "file")


def test_the_same_file_twice_is_one(db: Any) -> None:
    placed = place_order()
    attach(placed.id)
    with pytest.raises(DomainError) as refused:
        attach(placed.id, p_name="b.txt")
    assert refused.value.code == "attachments_once_per_order"
    attach(place_order().id)


def test_there_is_an_end_to_them(db: Any) -> None:
    placed = place_order()
    for n in range(50):
        attach(placed.id, str(n).encode())
    with pytest.raises(DomainError) as refused:
        attach(placed.id)
    assert refused.value.code == "OM347"


@pytest.mark.parametrize("change", ["update orders.attachments set content = 'x'", "delete from orders.attachments"])
def test_nobody_changes_what_was_kept(db: Any, owner: Any, change: str) -> None:
    attach(place_order().id)
    with pytest.raises(Exception, match="append-only"):
        owner(change)


def test_it_is_seen_with_its_order(db: Any) -> None:
    placed = place_order()
    attach(placed.id)
    with acting_as(Actor("person", 7, "Charlie", locations=(0,))):
        assert rows("select from orders.attachments") == []
        with pytest.raises(DomainError) as refused:
            attach(placed.id, b"other")
    assert refused.value.code == "OM404"
