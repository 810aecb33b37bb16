"""routing.assign_profile: a person, or an automation, overrules the rules."""

from typing import Any

import pytest

from oms.db import DomainError, call, row
from tests.support.factories import location, place_order
from tests.support.routing import profile


def test_it_replaces_what_a_rule_chose(db: Any) -> None:
    location()
    careful, other = profile(), profile("Other")
    call("routing.save_rules", p_rules=[{"channel": "web", "profile_id": careful}])
    order = place_order()
    call("routing.assign_profile", p_request_id=order.request_id, p_profile_id=other, p_reason="person")
    assert row("select profile_id, reason, rule from routing.request_profiles") == (other, "person", None)


def test_it_refuses_one_that_never_was_active(db: Any) -> None:
    order = place_order()
    made = call("routing.save_profile", p_name="New")
    with pytest.raises(DomainError) as refused:
        call("routing.assign_profile", p_request_id=order.request_id, p_profile_id=made, p_reason="person")
    assert refused.value.code == "OM222"
