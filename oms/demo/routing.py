"""How the demo company routes today: what a day holds at each location, a second profile with its rule, and a draft to look at."""

from datetime import timedelta
from typing import Any

from oms.db import acting_as, call, now, value
from oms.demo.shop import Company

_LIMITS: tuple[dict[str, Any], ...] = (
    {"code": "LEIPZIG", "cutoff": "14:00", "daily_shipments": 120, "handling_minor": 120},
    {"code": "BERLIN", "cutoff": "12:00", "daily_shipments": 25, "handling_minor": 240},
    {"code": "LISBON", "cutoff": "12:00", "daily_shipments": 20, "handling_minor": 220},
    {"code": "NEWARK", "cutoff": "15:00", "processing_days": 1, "handling_minor": 190},
)
_IN_THE_COUNTRY = {
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


def lay_out(company: Company) -> None:
    """Nothing of it changes what was decided before."""
    with acting_as(company.people["manager"]):
        for limits in _LIMITS:
            call("inventory.save_location", p_location=limits)
        stocktaking = (now() + timedelta(days=9)).date()
        call("inventory.close_on", p_location_id=company.places["BERLIN"].id, p_day=stocktaking, p_reason="Stocktaking")
        local = call("routing.save_profile", p_name="Within the country")
        draft = call("routing.save_draft", p_profile_id=local, p_rules=_IN_THE_COUNTRY, p_seen=1)
        call("routing.activate", p_version_id=draft)
        call("routing.save_rules", p_rules=[{"channel": "shop-de", "country_code": "PT", "profile_id": local}])
        standard = value("select id from routing.profiles where is_default")
        call("routing.save_draft", p_profile_id=standard, p_rules=_CHEAPER)
