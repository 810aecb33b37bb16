"""orders.detach: off the page, not out of the records."""

from typing import Any

import pytest

from oms.db import DomainError, acting_as, call, row
from oms.db.actor import Actor
from tests.support.factories import place_order


def test_it_is_marked_once_and_told(db: Any) -> None:
    placed = place_order()
    file = {"p_name": "a.txt", "p_content_type": "text/plain", "p_content": b"hello"}
    file_id = call("orders.attach", p_order_id=placed.id, **file)
    with acting_as(Actor("person", 7, "Charlie", locations=(0,))), pytest.raises(DomainError) as refused:
        call("orders.detach", p_order_id=placed.id, p_attachment_id=file_id)
    assert refused.value.code == "OM404"
    call("orders.detach", p_order_id=placed.id, p_attachment_id=file_id)
    kept = row("select content, removed_by is not null as is_removed from orders.attachments")
    assert kept
    assert (bytes(kept.content), kept.is_removed) == (b"hello", True)
    assert row("select from history.events where type = 'order.detached'") is not None
    with pytest.raises(DomainError) as refused:
        call("orders.detach", p_order_id=placed.id, p_attachment_id=file_id)
    assert refused.value.code == "OM404"
    call("orders.attach", p_order_id=placed.id, **file)  # it may come back
