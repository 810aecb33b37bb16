"""fulfillment.pack: everything picked goes into one box."""

from tests.support import factories


def test_it_weighs_what_is_in_it(db, work):
    package_id = work.packed()
    assert work.state == "packed"
    package = db.row("select state, weight_grams from fulfillment.packages where id = :id", id=package_id)
    assert tuple(package) == ("draft", 300)


def test_it_believes_the_scale(db, work):
    factories.pick(work.id)
    db.call("fulfillment.pack", p_order_id=work.id, p_weight_grams=420)
    assert db.value("select weight_grams from fulfillment.packages") == 420


def test_it_refuses_the_second_tap(db, work, refusal):
    work.packed()
    assert refusal(db.call, "fulfillment.pack", p_order_id=work.id) == "OM506"
    assert db.value("select count(*) from fulfillment.packages") == 1


def test_it_refuses_what_is_not_picked(db, work, refusal):
    db.call("fulfillment.pick", p_line_id=work.line("MUG").id)
    assert refusal(db.call, "fulfillment.pack", p_order_id=work.id) == "orders_fulfillment_transition_lawful"
    assert db.value("select count(*) from fulfillment.packages") == 0


def test_it_refuses_what_is_collected(db, pickup_work, refusal):
    factories.pick(pickup_work.id)
    assert refusal(db.call, "fulfillment.pack", p_order_id=pickup_work.id) == "OM508"


def test_it_refuses_a_negative_weight(db, work, refusal):
    factories.pick(work.id)
    given = {"p_order_id": work.id, "p_weight_grams": -1}
    assert refusal(db.call, "fulfillment.pack", **given) == "packages_weight_not_negative"


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    factories.pick(work.id)
    with stranger:
        assert refusal(db.call, "fulfillment.pack", p_order_id=work.id) == "OM403"
    assert work.state == "picked"
