"""Opening hours of a location, kept as {"mon": ["09:00", "18:00"], ...}; a day that is missing is closed."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Hours = dict[str, list[str]]


def on(hours: Hours, day: str) -> tuple[time, time] | None:
    """From when until when it is open on a weekday."""
    if not hours.get(day):
        return None
    opens, closes = hours[day]
    return time.fromisoformat(opens), time.fromisoformat(closes)


def last_closing(hours: Hours, before: datetime, time_zone: str) -> datetime:
    """When it closes for the last time before a moment, for "until when can I come"; its eve where no hours are known."""
    deadline = before.astimezone(ZoneInfo(time_zone))
    for days_back in range(8):
        day = deadline.date() - timedelta(days=days_back)
        open_on = on(hours, DAYS[day.weekday()])
        if open_on and (closing := datetime.combine(day, open_on[1], deadline.tzinfo)) <= deadline:
            return closing
    return deadline - timedelta(minutes=1)
