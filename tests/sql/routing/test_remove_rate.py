"""routing.remove_rate: once, and what it said stays in the log."""

from typing import Any

import pytest

from oms.db import DomainError, call, value


def test_it_is_gone(db: Any) -> None:
    rate = value("select id from routing.rates where zone = 'World'")
    call("routing.remove_rate", p_id=rate)
    assert value("select data ->> 'zone' from history.events where type = 'rate.removed'") == "World"
    with pytest.raises(DomainError) as refused:
        call("routing.remove_rate", p_id=rate)
    assert refused.value.code == "OM404"
