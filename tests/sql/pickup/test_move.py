"""pickup.move: to another shelf."""


def move(waiting, shelf="b2"):
    waiting.db.call("pickup.move", p_pickup_id=waiting.id, p_shelf=shelf)


def test_it_stands_on_the_other_shelf(db, waiting):
    move(waiting)
    assert db.value("select code from pickup.shelves where id = :id", id=waiting.row.shelf_id) == "B2"
    assert waiting.events()[-1] == "pickup.moved"


def test_it_refuses_a_shelf_that_is_not_there(waiting, refusal):
    assert refusal(move, waiting, "Z9") == "OM601"


def test_it_refuses_what_is_collected(waiting, refusal):
    waiting.hand_over()
    assert refusal(move, waiting) == "OM604"


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    before = waiting.row.shelf_id
    with stranger:
        assert refusal(move, waiting) == "OM403"
    assert waiting.row.shelf_id == before
