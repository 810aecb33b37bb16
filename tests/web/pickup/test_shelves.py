"""The shelves of a store."""

import pytest

from tests.support import factories


def codes_of(db):
    return [shelf.code for shelf in db.rows("select code from pickup.shelves where is_active order by code")]


def test_it_shows_what_is_free(alice, waiting):
    page = alice.get("/pickup/shelves").text
    assert "1 here" in page
    assert "free" in page


def test_a_shelf_is_added(alice, counter, db):
    alice.post("/pickup/shelves", data={"shelf": "c3"})
    assert codes_of(db) == ["A1", "B2", "C3"]


@pytest.mark.parametrize("code", ["", "A 1", "x" * 13])
def test_a_bad_code_is_told_beside_it(alice, counter, db, code):
    answer = alice.post("/pickup/shelves", data={"shelf": code})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert codes_of(db) == ["A1", "B2"]


def test_a_shelf_is_removed_when_it_is_empty(alice, waiting, db):
    full, free = (db.value("select id from pickup.shelves where code = :code", code=code) for code in ("A1", "B2"))
    assert alice.post(f"/pickup/shelves/{full}/closing").status_code == 409
    assert alice.post(f"/pickup/shelves/{free}/closing").status_code == 303
    assert codes_of(db) == ["A1"]


def test_nobody_touches_the_shelves_of_another_store(charlie, counter, db):
    shelf_id = db.value("select id from pickup.shelves where code = 'A1'")
    assert charlie.post(f"/pickup/shelves/{shelf_id}/closing").status_code == 404
    assert charlie.post(f"/pickup/shelves?location={counter.location_id}", data={"shelf": "C3"}).status_code == 404
    assert charlie.get(f"/pickup/shelves?location={counter.location_id}").status_code == 404
    assert codes_of(db) == ["A1", "B2"]


def test_there_are_signs_to_print(alice, counter):
    assert 'aria-label="SHELF-A1"' in alice.get("/pickup/shelves/signs").text


def test_without_a_store_there_are_no_shelves(log_in, db):
    assert log_in("store", locations=[factories.location()]).get("/pickup/shelves").status_code == 404
