"""How the demo company routes: what its supplier makes is sent by it, a second profile with its rule, and a draft to look at."""

from datetime import timedelta

from oms.db import call, now, rows, value
from oms.demo.shop import Company

_WITH_SUPPLIERS: dict[str, object] = {
    "criteria": ["fewest_splits", "nearest", "priority"],
    "rest": {"do": "dropship"},
}
_IN_THE_COUNTRY: dict[str, object] = {
    "criteria": ["fewest_splits", "nearest", "priority"],
    "kinds": ["warehouse", "store"],
    "same_country": True,
    "keep_on_floor": 1,
    "rest": {"do": "backorder"},
}
_CHEAPER = {
    "criteria": ["fewest_splits", "cheapest", "nearest"],
    "max_parcels": 2,
    "split_cost_minor": 150,
    "rest": {"do": "backorder"},
}
_SOLD_WITH_SUPPLIERS = ("shop-de", "phone")


def begin() -> None:
    """From the first day on: where a supplier's goods are sold, it sends what nobody else has."""
    profile = _profile("With suppliers", _WITH_SUPPLIERS)
    call("routing.save_rules", p_rules=[{"channel": code, "profile_id": profile} for code in _SOLD_WITH_SUPPLIERS])


def lay_out(company: Company) -> None:
    """Today's changes: nothing of it changes what was decided before."""
    stocktaking = (now() + timedelta(days=9)).date()
    call("inventory.close_on", p_location_id=company.places["BERLIN"].id, p_day=stocktaking, p_reason="Stocktaking")
    local = _profile("Within the country", _IN_THE_COUNTRY)
    before = rows("select channel, profile_id from routing.rules order by position")
    near = {"channel": "shop-de", "country_code": "PT", "profile_id": local}
    call("routing.save_rules", p_rules=[near, *(rule._asdict() for rule in before)])
    standard = value("select id from routing.profiles where is_default")
    call("routing.save_draft", p_profile_id=standard, p_rules=_CHEAPER)


def _profile(name: str, rules: dict[str, object]) -> int:
    profile_id = call("routing.save_profile", p_name=name)
    call("routing.activate", p_version_id=call("routing.save_draft", p_profile_id=profile_id, p_rules=rules, p_seen=1))
    return int(profile_id)
