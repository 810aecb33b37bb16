"""routing.save_rate: what a carrier charges for a zone."""

from typing import Any

import pytest

from oms.db import DomainError, call, row

RATE = {"carrier": "Swift", "zone": "Alps", "to_countries": ["AT", "CH"], "base_minor": 700, "transit_days": 3}


def test_it_is_made_and_changed(db: Any) -> None:
    made = call("routing.save_rate", p_rate=RATE)
    call("routing.save_rate", p_rate={**RATE, "base_minor": 650, "to_countries": None}, p_id=made)
    assert row(
        "select base_minor, per_kg_minor, to_countries, is_domestic from routing.rates where id = :id", id=made
    ) == (650, 0, None, False)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"carrier": " "}, "rates_carrier_given"),
        ({"base_minor": -1}, "rates_base_not_negative"),
        ({"carrier": "OMS Post", "zone": "World"}, "rates_zone_unique"),
    ],
)
def test_it_refuses(db: Any, wrong: Any, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        call("routing.save_rate", p_rate={**RATE, **wrong})
    assert refused.value.code == code


def test_it_refuses_an_unknown_one(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("routing.save_rate", p_rate=RATE, p_id=0)
    assert refused.value.code == "OM404"
