"""pickup.unstage: staging is undone."""


def unstage(waiting):
    waiting.db.call("pickup.unstage", p_pickup_id=waiting.id)


def test_it_is_picked_again_and_its_code_is_void(db, waiting):
    unstage(waiting)
    assert waiting.state == "picked"
    assert db.value("select count(*) from pickup.pickups") == 0


def test_it_refuses_what_is_collected(waiting, refusal):
    waiting.hand_over()
    assert refusal(unstage, waiting) == "OM604"
    assert waiting.state == "collected"


def test_it_refuses_the_second_tap(waiting, refusal):
    unstage(waiting)
    assert refusal(unstage, waiting) == "OM404"


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    with stranger:
        assert refusal(unstage, waiting) == "OM403"
    assert waiting.state == "ready_for_pickup"
