"""fulfillment.ship_at_once: all of it has left, says somebody who tells nothing of the steps before."""


def ship(db, work, **given):
    told = {"p_carrier": "DHL", "p_tracking_number": "T-1", **given}
    db.call("fulfillment.ship_at_once", p_order_id=work.id, **told)


def test_it_does_every_step_before(db, work, assert_consistent):
    ship(db, work, p_service="Express", p_tracking_url="https://dhl.example/T-1", p_weight_grams=700)
    assert (work.state, work.level("MUG"), work.level("BOWL")) == ("shipped", (8, 0), (9, 0))
    package = db.row("select * from fulfillment.packages")
    told = (package.carrier, package.service, package.tracking_number, package.tracking_url, package.weight_grams)
    assert told == ("DHL", "Express", "T-1", "https://dhl.example/T-1", 700)
    assert_consistent()


def test_it_goes_on_from_where_somebody_is(db, work, assert_consistent):
    work.packed()
    ship(db, work)
    assert (work.state, db.value("select count(*) from fulfillment.packages")) == ("shipped", 1)
    assert_consistent()


def test_what_is_not_there_is_left_out(db, work, assert_consistent):
    db.call("fulfillment.short", p_line_id=work.line("BOWL").id, p_quantity=1)
    ship(db, work)
    assert db.value("select sum(shipped) from demand.lines") == 2
    assert_consistent()


def test_the_label_that_was_bought_counts(db, work, refusal):
    work.labeled("BOUGHT")
    assert refusal(ship, db, work) == "OM507"
    ship(db, work, p_tracking_number="")
    assert work.state == "shipped"


def test_it_refuses_what_has_no_number_and_what_is_shipped(db, work, refusal):
    assert refusal(ship, db, work, p_tracking_number="") == "OM505"
    assert work.state == "released"
    ship(db, work)
    assert refusal(ship, db, work, p_tracking_number="") == "OM506"


def test_what_is_on_hold_does_not_leave(db, work, refusal):
    db.call("fulfillment.accept", p_order_id=work.id)
    db.call("orders.hold", p_order_id=work.order.id, p_reason="fraud")
    assert refusal(ship, db, work) == "OM520"


def test_what_is_collected_is_not_shipped(db, pickup_work, refusal):
    assert refusal(ship, db, pickup_work) == "OM508"


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    with stranger:
        assert refusal(ship, db, work) == "OM403"


def test_a_voided_label_is_none(db, work):
    work.labeled("OLD")
    address = {"line1": "Elsewhere 2", "postal_code": "10115", "city": "Berlin", "country_code": "DE"}
    change_id = db.call(
        "orders.propose_change", p_order_id=work.order.id, p_given={"ship_to": {"name": "Dora", **address}}
    )
    db.call("orders.confirm_change", p_change_id=change_id)
    ship(db, work)
    assert db.rows("select tracking_number, state from fulfillment.packages order by id") == [
        ("OLD", "voided"),
        ("T-1", "handed_over"),
    ]
