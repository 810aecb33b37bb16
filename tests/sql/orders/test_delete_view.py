"""orders.delete_view: one's own, or the team's."""

from typing import Any

import pytest

from oms.db import Actor, DomainError, acting_as, call, value
from tests.support.people import Hire


def test_it_deletes_what_is_one_s_own_or_the_team_s(db: Any, hire: Hire) -> None:
    alice = Actor("person", hire(), "Alice")
    with acting_as(alice):
        own = call("orders.save_view", p_name="Mine", p_is_shared=False, p_filters={"q": "x"})
        shared = call("orders.save_view", p_name="Ours", p_is_shared=True, p_filters={"q": "x"})
    with acting_as(Actor("person", hire(), "Bob")):
        call("orders.delete_view", p_view_id=shared)
        with pytest.raises(DomainError) as refused:
            call("orders.delete_view", p_view_id=own)
        assert refused.value.code == "OM404"
    with acting_as(alice):
        assert value("select array_agg(name) from orders.views") == ["Mine"]
