"""Opening hours: until when somebody can still come."""

from datetime import UTC, datetime

import pytest

from oms.inventory.hours import last_closing

HOURS = {"fri": ["09:00", "19:00"], "sat": ["10:00", "16:00"]}


@pytest.mark.parametrize(
    ("before", "closing"),
    [
        ("2026-11-28T23:00Z", "2026-11-28T16:00+01:00"),  # the end of Saturday in Berlin
        ("2026-11-28T14:00Z", "2026-11-27T19:00+01:00"),  # Saturday before it closes
        ("2026-12-01T23:00Z", "2026-11-28T16:00+01:00"),  # Tuesday: Saturday was the last day
    ],
)
def test_it_is_the_last_closing_before_the_end(before, closing):
    found = last_closing(HOURS, datetime.fromisoformat(before), "Europe/Berlin")
    assert found == datetime.fromisoformat(closing)


def test_it_is_the_evening_before_where_no_hours_are_known():
    assert (
        last_closing({}, datetime(2026, 11, 28, 23, tzinfo=UTC), "Europe/Berlin").isoformat()
        == "2026-11-28T23:59:00+01:00"
    )
