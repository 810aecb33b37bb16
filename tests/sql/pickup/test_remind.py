"""pickup.remind: the customer is told again."""


def remind(waiting):
    return waiting.db.call("pickup.remind", p_pickup_id=waiting.id)


def test_it_reminds_once(db, waiting):
    waiting.pass_time(days=4)
    assert [remind(waiting), remind(waiting)] == [True, False]
    assert waiting.events().count("pickup.reminded") == 1
    assert db.value("select data -> 'is_last' from history.events where type = 'pickup.reminded'") is False


def test_it_says_when_it_is_the_last_day(db, waiting):
    waiting.pass_time(days=7)
    remind(waiting)
    assert db.value("select data -> 'is_last' from history.events where type = 'pickup.reminded'") is True


def test_it_does_not_remind_who_came_meanwhile(waiting):
    waiting.hand_over()
    waiting.pass_time(days=4)
    assert remind(waiting) is False
