"""routing.make_default: decides for every order that no rule gives to another."""

from typing import Any

import pytest

from oms.db import DomainError, call, value
from tests.support.factories import location, place_order
from tests.support.routing import profile, version


def test_new_orders_are_decided_by_it(db: Any) -> None:
    location()
    careful = profile()
    call("routing.make_default", p_profile_id=careful)
    order = place_order()
    assert (
        value("select version_id from routing.decisions where request_id = :id", id=order.request_id)
        == version(careful).id
    )
    assert value("select count(*) from routing.profiles where is_default") == 1


def test_it_refuses_one_that_never_was_active(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("routing.make_default", p_profile_id=call("routing.save_profile", p_name="New"))
    assert refused.value.code == "OM222"
