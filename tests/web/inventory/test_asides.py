"""Stock that is set aside, and put back."""

import pytest

SET_ASIDE = {"how": "set_aside", "quantity": "2", "reason": "quality", "note": "Chipped"}


def test_it_is_set_aside_and_put_back(bob, shelf):
    assert bob.post(f"{shelf.in_london}/asides", data=SET_ASIDE).status_code == 303
    assert shelf.level().unavailable == 2
    asked = bob.get(f"{shelf.in_london}/asides/new").text
    assert "Quality in doubt" in asked
    assert "Chipped" in asked
    assert bob.post(f"{shelf.in_london}/asides", data={**SET_ASIDE, "how": "put_back"}).status_code == 303
    assert shelf.level().unavailable == 0


@pytest.mark.parametrize("how", ["set_aside", "put_back"])
def test_it_can_be_undone(bob, shelf, db, how):
    db.call(
        "inventory.set_aside", p_variant_id=shelf.variant.id, p_location_id=shelf.london, p_quantity=3, p_reason="other"
    )
    answer = bob.post(f"{shelf.in_london}/asides", data={**SET_ASIDE, "how": how})
    assert shelf.level().unavailable == (5 if how == "set_aside" else 1)
    undo = f"{shelf.in_london}/asides/undo?how={how}&quantity=2&reason=quality"
    assert undo.replace("&", "&amp;") in bob.get(answer.location).text
    bob.post(undo)
    assert shelf.level().unavailable == 3


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"quantity": "8"}, "Only 7 can be set aside here"),
        ({"quantity": "1", "how": "put_back"}, "Only 0 are set aside here"),
        ({"quantity": "0"}, "at least 1"),
        ({"quantity": ""}, "Write a number"),
        ({"reason": "because"}, "Not a valid choice"),
    ],
)
def test_it_says_what_is_wrong(bob, shelf, given, told):
    answer = bob.post(f"{shelf.in_london}/asides", data={**SET_ASIDE, **given})
    assert answer.status_code in (409, 422)
    assert told in answer.text
    assert shelf.level().unavailable == 0


def test_it_is_for_those_who_work_there(charlie, log_in, shelf):
    assert charlie.post(f"{shelf.in_london}/asides", data=SET_ASIDE).status_code == 404
    assert charlie.get(f"{shelf.in_london}/asides/new").status_code == 404
    assert log_in("service").post(f"{shelf.in_london}/asides", data=SET_ASIDE).status_code == 403
    assert shelf.level().unavailable == 0
