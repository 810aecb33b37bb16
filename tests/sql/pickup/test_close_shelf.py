"""pickup.close_shelf: a place is used no longer."""


def close(waiting):
    waiting.db.call("pickup.close_shelf", p_shelf_id=waiting.row.shelf_id)


def test_it_takes_nothing_any_more(waiting, refusal):
    waiting.hand_over()
    close(waiting)
    sent = {"p_order_id": waiting.work_id, "p_shelf": "A1", "p_nonce": b"n", "p_code_hash": b"h"}
    waiting.db.call("pickup.undo_hand_over", p_pickup_id=waiting.id)
    waiting.db.call("pickup.unstage", p_pickup_id=waiting.id)
    assert refusal(waiting.db.call, "pickup.stage", **sent) == "OM601"


def test_it_refuses_while_something_stands_there(waiting, refusal):
    assert refusal(close, waiting) == "OM608"
    waiting.db.call("pickup.return_to_stock", p_pickup_id=waiting.id)
    assert refusal(close, waiting) == "OM608"
    waiting.db.call("pickup.put_back", p_pickup_id=waiting.id)
    close(waiting)
    assert waiting.db.value("select is_active from pickup.shelves where code = 'A1'") is False


def test_it_refuses_what_is_not_there(db, refusal):
    assert refusal(db.call, "pickup.close_shelf", p_shelf_id=404) == "OM404"


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    waiting.hand_over()
    with stranger:
        assert refusal(close, waiting) == "OM403"
