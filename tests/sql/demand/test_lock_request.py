"""demand.lock_request: the first lock of everything."""

from typing import Any

import pytest

from oms.db import DomainError


def test_it_returns_the_request(want: Any) -> None:
    assert want.db.call("demand.lock_request", p_request_id=want.request_id).reference == "W-1"


def test_it_refuses_what_is_not_there(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        db.call("demand.lock_request", p_request_id=404)
    assert refused.value.code == "OM404"
