"""pickup.due_expiries: whose time is over."""


def due(waiting):
    return waiting.db.call("pickup.due_expiries")


def test_it_names_nobody_whose_time_is_not_over(waiting):
    waiting.pass_time(days=7)
    assert due(waiting) == []


def test_it_names_who_did_not_come(waiting):
    waiting.pass_time(days=8)
    assert due(waiting) == [waiting.id]


def test_it_names_nobody_who_came(waiting):
    waiting.hand_over()
    waiting.pass_time(days=8)
    assert due(waiting) == []
