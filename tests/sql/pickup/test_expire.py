"""pickup.expire: its time is over, or it is not."""


def expire(waiting):
    return waiting.db.call("pickup.expire", p_pickup_id=waiting.id)


def test_it_returns_what_nobody_collected_in_time(waiting):
    waiting.pass_time(days=8)
    assert expire(waiting) is True
    assert (waiting.state, waiting.level) == ("returned_to_stock", (10, 0))


def test_it_leaves_what_may_still_wait(waiting):
    assert expire(waiting) is False
    assert waiting.state == "ready_for_pickup"


def test_it_leaves_what_was_extended_meanwhile(waiting):
    waiting.pass_time(days=8)
    waiting.db.call("pickup.extend", p_pickup_id=waiting.id, p_days=1)
    assert expire(waiting) is False


def test_it_leaves_what_was_collected_meanwhile(waiting):
    waiting.hand_over()
    waiting.pass_time(days=8)
    assert expire(waiting) is False
    assert waiting.state == "collected"


def test_it_does_nothing_twice(waiting):
    waiting.pass_time(days=8)
    assert [expire(waiting), expire(waiting)] == [True, False]
