"""pickup.put_back: the goods are carried back to their place."""


def put_back(waiting):
    waiting.db.call("pickup.put_back", p_pickup_id=waiting.id)


def test_it_remembers_when(waiting):
    waiting.db.call("pickup.return_to_stock", p_pickup_id=waiting.id)
    put_back(waiting)
    first = waiting.row.put_back_at
    waiting.pass_time(hours=1)
    put_back(waiting)
    assert first is not None
    assert waiting.row.put_back_at == first


def test_it_counts_for_canceled_ones_too(waiting):
    waiting.db.call("orders.cancel", p_order_id=waiting.order.id, p_reason="test")
    assert waiting.row.returned_at is not None
    put_back(waiting)
    assert waiting.row.put_back_at is not None


def test_it_refuses_what_still_waits(waiting, refusal):
    assert refusal(put_back, waiting) == "OM606"


def test_it_refuses_somebody_from_elsewhere(waiting, refusal, stranger):
    waiting.db.call("pickup.return_to_stock", p_pickup_id=waiting.id)
    with stranger:
        assert refusal(put_back, waiting) == "OM403"
    assert waiting.row.put_back_at is None
