"""fulfillment.recall: what nobody has begun waits again."""


def recall(db, work):
    db.call("fulfillment.recall", p_request_id=work.row.request_id)


def test_it_takes_back_what_nobody_has_begun(db, work):
    recall(db, work)
    assert (work.state, work.row.released_at, work.row.due_at) == ("planned", None, None)
    assert work.level("MUG") == (10, 2)


def test_it_lets_begun_work_go_on_but_not_out(db, work, refusal):
    work.labeled()
    recall(db, work)
    assert work.state == "packed"
    assert refusal(db.call, "fulfillment.ship", p_order_id=work.id) == "OM520"
    assert work.level("MUG") == (10, 2)
