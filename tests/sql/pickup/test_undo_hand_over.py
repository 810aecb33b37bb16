"""pickup.undo_hand_over: the wrong one was tapped."""


def undo(waiting):
    waiting.db.call("pickup.undo_hand_over", p_pickup_id=waiting.id)


def test_it_is_back_on_its_shelf(db, waiting):
    waiting.hand_over()
    waiting.pass_time(seconds=30)
    undo(waiting)
    assert waiting.state == "ready_for_pickup"
    assert (waiting.row.collected_at, waiting.row.proof, waiting.row.collected_by) == (None, None, "")
    assert waiting.level == (10, 2)
    assert db.rows("select released, shipped, delivered from demand.lines") == [(2, 0, 0)]


def test_it_can_be_handed_over_again(waiting):
    waiting.hand_over()
    undo(waiting)
    assert waiting.hand_over() is True
    assert waiting.level == (8, 0)


def test_it_is_too_late_after_half_a_minute(waiting, refusal):
    waiting.hand_over()
    waiting.pass_time(seconds=31)
    assert refusal(undo, waiting) == "OM603"
    assert waiting.state == "collected"


def test_it_refuses_what_was_not_handed_over(waiting, refusal):
    assert refusal(undo, waiting) == "OM603"


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    waiting.hand_over()
    with stranger:
        assert refusal(undo, waiting) == "OM403"
    assert waiting.state == "collected"
