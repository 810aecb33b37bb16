"""inventory.close_on: a day off, although the hours say otherwise."""

from datetime import date
from typing import Any

import pytest

from oms.db import DomainError, call, rows
from tests.support.factories import location


def test_the_latest_reason_stays(db: Any) -> None:
    place = location()
    for reason in ("Holiday", "Stocktaking"):
        call("inventory.close_on", p_location_id=place, p_day="2026-12-24", p_reason=reason)
    assert rows("select day, reason from inventory.closures") == [(date(2026, 12, 24), "Stocktaking")]
    told = rows(
        "select subject_id, data, location_id from history.events where type = 'location.closed_on' order by id"
    )
    assert told[1] == (place, {"day": "2026-12-24", "reason": "Stocktaking"}, place)


def test_it_refuses_an_unknown_place(db: Any) -> None:
    with pytest.raises(DomainError) as refused:
        call("inventory.close_on", p_location_id=0, p_day="2026-12-24")
    assert refused.value.code == "OM404"
