import pytest

from tests.support import factories


@pytest.fixture
def bob(db):
    return db.call("auth.create_person", p_email="bob@example.com", p_name="Bob", p_role="store")


def workplaces(db, person_id):
    return db.value(
        "select coalesce(array_agg(location_id order by location_id), '{}') from inventory.location_staff where person_id = :id",
        id=person_id,
    )


def test_it_sets_where_somebody_works(db, bob):
    london, leeds = factories.location(), factories.location()
    db.call("inventory.assign_staff", p_person_id=bob, p_location_ids=[london, leeds])
    assert workplaces(db, bob) == [london, leeds]


def test_it_replaces_what_was_set_before(db, bob):
    london, leeds = factories.location(), factories.location()
    db.call("inventory.assign_staff", p_person_id=bob, p_location_ids=[london])
    db.call("inventory.assign_staff", p_person_id=bob, p_location_ids=[leeds])
    assert workplaces(db, bob) == [leeds]


def test_it_leaves_somebody_nowhere(db, bob):
    db.call("inventory.assign_staff", p_person_id=bob, p_location_ids=[factories.location()])
    db.call("inventory.assign_staff", p_person_id=bob, p_location_ids=[])
    assert workplaces(db, bob) == []
