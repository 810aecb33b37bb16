import pytest

from oms.db import DomainError

LEEDS = {"code": "LEEDS", "name": "Leeds", "kind": "store", "time_zone": "Europe/London", "country_code": "GB"}


def save(db, **given):
    return db.call("inventory.save_location", p_location=LEEDS | given)


def location(db):
    return db.row("select * from inventory.locations where code = 'LEEDS'")


def test_it_creates_a_location_in_use(db):
    location_id = save(db)
    told = db.row("select subject_id, data, location_id from history.events where type = 'location.saved'")
    assert told == (location_id, {"code": "LEEDS"}, location_id)
    made = location(db)
    assert (made.id, made.name, made.ships, made.offers_pickup, made.pickup_days, made.is_active) == (
        location_id,
        "Leeds",
        True,
        False,
        7,
        True,
    )


def test_it_changes_what_is_named_and_keeps_the_rest(db):
    first = save(db, offers_pickup=True, hours={"mon": ["09:00", "18:00"]}, phone="123")
    assert (
        db.call("inventory.save_location", p_location={"code": "LEEDS", "name": "Leeds Arcade", "phone": ""}) == first
    )
    made = location(db)
    assert (made.name, made.offers_pickup, made.hours, made.phone) == (
        "Leeds Arcade",
        True,
        {"mon": ["09:00", "18:00"]},
        "",
    )


def test_it_switches_a_location_off_and_on(db):
    save(db, is_active=False)
    assert location(db).is_active is False
    save(db, is_active=True)
    assert location(db).is_active is True


def test_it_forgets_where_a_location_is(db):
    save(db, latitude=53.8, longitude=-1.5)
    save(db, latitude=None, longitude=None)
    assert location(db).latitude is None


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"time_zone": "Europe/Leeds"}, "OM404"),
        ({"code": "leeds 1"}, "locations_code_clean"),
        ({"name": ""}, "locations_name_given"),
        ({"kind": "garage"}, "locations_kind_known"),
        ({"pickup_days": 0}, "locations_pickup_days_positive"),
    ],
)
def test_it_refuses_what_cannot_be(db, given, code):
    with pytest.raises(DomainError) as refused:
        save(db, **given)
    assert refused.value.code == code
    assert db.value("select count(*) from inventory.locations") == 0
