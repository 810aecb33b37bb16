"""pickup.save_shelf: a place to wait."""

import pytest

from tests.support import factories


def save(db, at, code):
    return db.call("pickup.save_shelf", p_location_id=at, p_code=code)


def test_it_writes_codes_large_and_once(db):
    at = factories.store()
    assert save(db, at, " a1 ") == save(db, at, "A1")
    assert db.rows("select code, is_active from pickup.shelves") == [("A1", True)]


def test_it_uses_a_closed_shelf_again(db):
    at = factories.store()
    shelf_id = save(db, at, "A1")
    db.call("pickup.close_shelf", p_shelf_id=shelf_id)
    assert save(db, at, "A1") == shelf_id
    assert db.value("select is_active from pickup.shelves") is True


@pytest.mark.parametrize("code", ["", "A 1", "-A", "A" * 13, "É1"])
def test_it_refuses_codes_that_do_not_scan(db, refusal, code):
    assert refusal(save, db, factories.store(), code) == "shelves_code_clean"


def test_it_refuses_somebody_from_elsewhere(db, refusal, stranger):
    at = factories.store()
    with stranger:
        assert refusal(save, db, at, "A1") == "OM403"
