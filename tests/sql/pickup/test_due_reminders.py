"""pickup.due_reminders: who should be told again."""

import pytest


def due(waiting):
    return bool(waiting.db.call("pickup.due_reminders"))


def remind(waiting):
    waiting.db.call("pickup.remind", p_pickup_id=waiting.id)


@pytest.mark.parametrize(
    ("days", "is_due"),
    [(1, False), (3, False), (4, True), (6, True), (8, False)],
)
def test_it_is_due_at_half_time_until_it_expires(waiting, days, is_due):
    waiting.pass_time(days=days)
    assert due(waiting) is is_due


def test_it_lets_people_sleep(waiting):
    waiting.pass_time(days=4, hours=10)  # 22:00 where it waits
    assert not due(waiting)
    waiting.pass_time(hours=11)
    assert due(waiting)


def test_it_is_due_once_more_on_the_last_day(waiting):
    waiting.pass_time(days=4)
    remind(waiting)
    assert not due(waiting)
    waiting.pass_time(days=2)
    assert not due(waiting)
    waiting.pass_time(days=1)
    assert due(waiting)
    remind(waiting)
    assert not due(waiting)


def test_it_is_not_due_twice_in_a_day(waiting):
    waiting.pass_time(days=6, hours=1)
    remind(waiting)
    waiting.pass_time(hours=3)
    assert not due(waiting)


def test_it_is_never_due_for_what_is_collected(waiting):
    waiting.hand_over()
    waiting.pass_time(days=4)
    assert not due(waiting)


def test_it_begins_anew_when_extended(waiting):
    waiting.pass_time(days=4)
    remind(waiting)
    waiting.db.call("pickup.extend", p_pickup_id=waiting.id, p_days=7)
    waiting.pass_time(days=4)
    assert due(waiting)
