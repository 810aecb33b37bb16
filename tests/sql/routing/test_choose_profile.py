"""routing.choose_profile: the first rule that is so decides, and it is kept what it asked."""

from typing import Any

import pytest

from oms.db import call, row
from tests.support.factories import location, order, place_order
from tests.support.routing import profile


def chosen(**given: Any) -> Any:
    placed = place_order(**given)
    return row("select * from routing.request_profiles where request_id = :id", id=placed.request_id)


@pytest.fixture
def careful(db: Any) -> int:
    location()
    return profile()


@pytest.mark.parametrize(
    ("rule", "order", "is_so"),
    [
        ({"channel": "web"}, {}, True),
        ({"channel": "phone"}, {}, False),
        ({"country_code": "DE"}, {}, True),
        ({"country_code": "FR"}, {}, False),
        ({"tag": "VIP"}, {"tags": ["vip"]}, True),
        ({"tag": "vip"}, {}, False),
        ({"minimum_minor": 1000}, {}, True),
        ({"minimum_minor": 1001}, {}, False),
        ({"minimum_minor": 1000}, {"currency": "USD"}, False),
        ({"channel": "web", "country_code": "FR"}, {}, False),
    ],
)
def test_it_asks_the_rules(careful: int, rule: Any, order: Any, is_so: bool) -> None:  # noqa: FBT001
    call("routing.save_rules", p_rules=[{**rule, "profile_id": careful}])
    assert (chosen(**order) is not None) == is_so


def test_the_first_that_is_so_decides(careful: int) -> None:
    other = profile("Other")
    call(
        "routing.save_rules",
        p_rules=[{"tag": "vip", "profile_id": other}, {"channel": "web", "profile_id": careful}],
    )
    assert chosen(tags=["vip"]).profile_id == other
    kept = chosen()
    assert (kept.profile_id, kept.reason, kept.rule["channel"]) == (careful, "rule", "web")


def test_a_hold_is_planned_by_the_rule_of_its_channel(careful: int) -> None:
    """The rule's profile allows no location as far as that."""
    near = profile("Near", max_km=10)
    call("routing.save_rules", p_rules=[{"channel": "market", "profile_id": near}])
    made = order()
    variant = row("select id from catalog.variants where sku = :sku", sku=made["lines"][0]["sku"])
    assert variant is not None
    held = {"p_lines": [{"variant_id": variant.id, "quantity": 1}], "p_kind": "checkout", "p_owner": "", "p_minutes": 5}
    far = {"method": "ship", "country_code": "PT"}
    call("routing.hold", p_delivery={**far, "channel": "web"}, p_key="one", **held)
    with pytest.raises(Exception, match="OM101"):
        call("routing.hold", p_delivery={**far, "channel": "market"}, p_key="two", **held)
