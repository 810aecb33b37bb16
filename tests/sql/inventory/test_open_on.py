"""inventory.open_on: a day off is taken back."""

from typing import Any

from oms.db import call, value
from tests.support.factories import location


def test_it_works_after_all(db: Any) -> None:
    place = location()
    for day in ("2026-12-24", "2026-12-31"):
        call("inventory.close_on", p_location_id=place, p_day=day)
    for _again in range(2):
        call("inventory.open_on", p_location_id=place, p_day="2026-12-24")
    assert value("select day::text from inventory.closures") == "2026-12-31"
    assert value("select count(*) from history.events where type = 'location.open_on'") == 1
