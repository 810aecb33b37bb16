"""routing.profile_problems: what is wrong with a profile, as the shop is."""

from typing import Any

import pytest

from oms.db import call
from tests.support.factories import location, place_order
from tests.support.routing import codes

WHOLE = {"line1": "Main St 1", "city": "Berlin", "hours": {"mon": ["08:00", "18:00"]}}
NEAREST = {"criteria": ["nearest"]}


def test_a_sound_profile_has_none(db: Any) -> None:
    location(**WHOLE)
    assert codes({**NEAREST, "max_km": 500, "open_now": True, "rest": {"do": "hold"}}) == []


@pytest.mark.parametrize(
    ("place", "rules", "severity", "code"),
    [
        ({"is_active": False}, {}, "refuse", "nobody_serves"),
        ({"kind": "supplier"}, {}, "refuse", "nobody_serves"),
        ({"line1": ""}, {}, "warn", "without_address"),
        ({"latitude": None}, {"max_km": 500}, "warn", "unknown_distance"),
        ({"latitude": None}, {}, "warn", "unmeasured"),
        ({"hours": {}}, {"open_now": True}, "warn", "without_hours"),
        ({"hours": {}}, {"before_cutoff": True}, "warn", "without_hours"),
        ({}, {"rest": {"do": "dropship"}}, "warn", "no_supplier"),
        ({}, {"keep_on_floor": 2}, "warn", "no_stores"),
        ({}, {"whole_order_only": True, "max_parcels": 1}, "warn", "whole_is_one_parcel"),
        ({}, {"split_cost_minor": 300}, "warn", "split_cost_unused"),
        ({}, {"criteria": ["supplier_cost"]}, "warn", "supplier_cost_unused"),
    ],
)
def test_it_names_what_is_wrong(db: Any, place: Any, rules: Any, severity: str, code: str) -> None:
    location(**{**WHOLE, **place})
    assert codes({**NEAREST, **rules}) == [(severity, code)]


def test_a_cut_off_needs_no_hours(db: Any) -> None:
    location(**{**WHOLE, "hours": {}, "cutoff": "14:00"})
    assert codes({**NEAREST, "before_cutoff": True}) == []


@pytest.mark.parametrize(
    ("listed", "code"),
    [
        ({"is_active": False}, "listed_inactive"),
        ({"ships": False}, "listed_not_shipping"),
        ({"kind": "store"}, "listed_kind_unused"),
    ],
)
def test_it_names_listed_locations_that_never_ship(db: Any, listed: Any, code: str) -> None:
    good, bad = location(**WHOLE), location("BAD", **WHOLE, **listed)
    rules = {**NEAREST, "kinds": ["warehouse"], "location_ids": [good, bad]}
    assert call("routing.profile_problems", p_rules=rules) == [
        {"severity": "warn", "code": code, "detail": {"names": ["Bad"]}}
    ]


def test_it_names_countries_that_nobody_would_serve(db: Any) -> None:
    place = location(**WHOLE)
    address = {"name": "Ana", "line1": "Rua 1", "city": "Lisboa", "postal_code": "1100-001", "country_code": "PT"}
    place_order(at=place, ship_to=address)
    assert call("routing.profile_problems", p_rules={**NEAREST, "same_country": True}) == [
        {"severity": "warn", "code": "countries_unserved", "detail": {"countries": ["PT"]}}
    ]
