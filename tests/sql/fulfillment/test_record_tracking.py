"""fulfillment.record_tracking: what the carrier says."""

from datetime import timedelta


def say(db, package_id, status, hours=0):
    return db.call(
        "fulfillment.record_tracking",
        p_package_id=package_id,
        p_status=status,
        p_description=status.replace("_", " "),
        p_place="Hamburg",
        p_occurred_at=db.now() + timedelta(hours=hours),
    )


def status(db):
    return db.value("select tracking_status from fulfillment.packages")


def delivered(db):
    return db.value("select sum(delivered) from demand.lines")


def test_it_follows_the_parcel_to_the_door(db, work):
    package_id = work.shipped()
    assert say(db, package_id, "in_transit") is True
    assert (status(db), work.state) == ("in_transit", "shipped")
    assert say(db, package_id, "delivered", 1) is True
    assert (status(db), work.state, delivered(db)) == ("delivered", "delivered", 3)
    assert work.events()[-2:] == ["tracking.delivered", "fulfillment.delivered"]


def test_it_takes_the_same_fact_once(db, work):
    package_id = work.shipped()
    assert say(db, package_id, "delivered") is True
    assert say(db, package_id, "delivered") is False
    assert delivered(db) == 3
    assert work.events().count("tracking.delivered") == 1


def test_it_does_not_go_back_for_an_old_fact(db, work):
    package_id = work.shipped()
    say(db, package_id, "out_for_delivery", 5)
    assert say(db, package_id, "in_transit", 2) is True
    assert status(db) == "out_for_delivery"


def test_it_takes_delivered_as_final(db, work):
    package_id = work.shipped()
    say(db, package_id, "out_for_delivery", 5)
    say(db, package_id, "delivered", 4)  # clocks differ
    say(db, package_id, "in_transit", 6)
    assert (status(db), work.state) == ("delivered", "delivered")


def test_it_ships_what_the_carrier_has_and_nobody_handed_over(db, work):
    package_id = work.labeled()
    say(db, package_id, "pre_transit")
    assert work.state == "packed"
    say(db, package_id, "in_transit", 1)
    assert work.state == "shipped"
    assert work.level("MUG") == (8, 0)


def test_it_refuses_a_status_nobody_knows(db, work, refusal):
    package_id = work.shipped()
    assert refusal(say, db, package_id, "teleported") == "tracking_events_status_known"


def test_it_refuses_somebody_from_elsewhere(db, work, refusal, stranger):
    package_id = work.shipped()
    with stranger:
        assert refusal(say, db, package_id, "delivered") == "OM403"
    assert work.state == "shipped"


def test_it_refuses_a_package_that_is_not_there(db, refusal):
    assert refusal(say, db, 404, "delivered") == "OM404"
