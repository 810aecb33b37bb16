"""fulfillment.ship: the carrier takes it."""

from tests.support import factories


def ship(db, work):
    db.call("fulfillment.ship", p_order_id=work.id)


def test_it_takes_the_stock_out_of_the_house(db, work):
    work.labeled("T-9")
    ship(db, work)
    assert work.state == "shipped"
    assert work.level("MUG") == (8, 0)
    package = db.row("select * from fulfillment.packages")
    assert package.state == "handed_over"
    assert package.handed_over_at is not None
    event = db.row("select data from history.events where type = 'fulfillment.shipped'")
    assert event.data["tracking_number"] == "T-9"


def test_it_ships_only_what_was_found(db, work):
    db.call("fulfillment.short", p_line_id=work.line("MUG").id, p_quantity=1)
    work.labeled()
    ship(db, work)
    assert db.rows("select shipped, backordered from demand.lines order by id") == [(1, 1), (1, 0)]
    assert work.level("MUG") == (8, 0)


def test_it_asks_for_a_label(db, work, refusal):
    work.packed()
    assert refusal(ship, db, work) == "OM505"
    assert work.level("MUG") == (10, 2)


def test_it_refuses_the_second_tap(db, work, refusal):
    work.shipped()
    assert refusal(ship, db, work) == "OM506"
    assert work.level("MUG") == (8, 0)


def test_it_refuses_what_is_not_packed(db, work, refusal):
    factories.pick(work.id)
    assert refusal(ship, db, work) == "orders_fulfillment_transition_lawful"


def test_it_refuses_what_is_collected(db, pickup_work, refusal):
    factories.pick(pickup_work.id)
    assert refusal(ship, db, pickup_work) == "OM508"


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    work.labeled()
    with stranger:
        assert refusal(ship, db, work) == "OM403"
    assert work.state == "packed"
