"""routing.archive_profile: away with what nobody needs."""

from typing import Any

import pytest

from oms.db import DomainError, call, rows
from tests.support.factories import line, location, place_order, stock, stocked
from tests.support.routing import default_id, profile, version


def archive(profile_id: int, *, is_archived: bool = True) -> None:
    call("routing.archive_profile", p_profile_id=profile_id, p_is_archived=is_archived)


def test_orders_it_would_decide_for_go_on_with_the_default(db: Any) -> None:
    place = location()
    careful = profile()
    sku = stocked(place, 1)
    order = place_order(lines=[line(sku, 2)])
    call("orders.route_with", p_order_id=order.id, p_profile_id=careful)
    archive(careful)
    stock(sku, place, 1)
    call("orders.reroute", p_order_id=order.id)
    used = [found.version_id for found in rows("select version_id from routing.decisions order by id")]
    assert used == [version(default_id()).id, version(careful).id, version(default_id()).id]


def test_it_comes_back(db: Any) -> None:
    location()
    careful = profile()
    archive(careful)
    archive(careful, is_archived=False)
    call("routing.make_default", p_profile_id=careful)
    assert default_id() == careful


def test_it_refuses_the_default(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        archive(default_id())
    assert refused.value.code == "profiles_default_stays"


def test_it_refuses_what_a_rule_uses(db: Any) -> None:
    location()
    careful = profile()
    call("routing.save_rules", p_rules=[{"channel": "web", "profile_id": careful}])
    with pytest.raises(DomainError) as refused:
        archive(careful)
    assert (refused.value.code, refused.value.detail) == ("OM223", {"profile": "Careful", "n": 1})
