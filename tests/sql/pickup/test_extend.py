"""pickup.extend: it waits a little longer."""

from datetime import timedelta

import pytest


def extend(waiting, days=3):
    waiting.db.call("pickup.extend", p_pickup_id=waiting.id, p_days=days)


def test_it_adds_days(waiting):
    before = waiting.row.expires_at
    extend(waiting)
    assert waiting.row.expires_at - before == timedelta(days=3)
    assert waiting.events()[-1] == "pickup.extended"


def test_it_counts_from_now_when_its_time_is_over(waiting):
    waiting.pass_time(days=30)
    extend(waiting)
    assert waiting.row.expires_at == waiting.db.now() + timedelta(days=3)


@pytest.mark.parametrize("days", [0, -1, 31, None])
def test_it_refuses_no_time_and_too_much(waiting, refusal, days):
    assert refusal(extend, waiting, days) == "OM605"


def test_it_refuses_what_is_collected(waiting, refusal):
    waiting.hand_over()
    assert refusal(extend, waiting) == "OM604"


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    before = waiting.row.expires_at
    with stranger:
        assert refusal(extend, waiting) == "OM403"
    assert waiting.row.expires_at == before
