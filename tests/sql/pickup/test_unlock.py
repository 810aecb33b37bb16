"""pickup.unlock: codes count again."""


def unlock(waiting):
    waiting.db.call("pickup.unlock", p_pickup_id=waiting.id)


def test_it_lets_the_right_code_in_again(waiting):
    for _ in range(5):
        waiting.hand_over("WRONG2")
    unlock(waiting)
    assert waiting.hand_over() is True
    assert "pickup.unlocked" in waiting.events()


def test_it_refuses_what_is_collected(waiting, refusal):
    waiting.hand_over()
    assert refusal(unlock, waiting) == "OM604"


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    waiting.hand_over("WRONG2")
    with stranger:
        assert refusal(unlock, waiting) == "OM403"
    assert waiting.row.failed_tries == 1
