"""inventory.expect: a delivery is announced."""

import pytest

from oms.db import Actor, DomainError
from tests.support.incoming import expect, in_days


def announced(level, **given):
    return {
        "reference": "PO-1",
        "supplier": "Mills",
        "location_id": level.location_id,
        "expected_on": in_days(7).isoformat(),
        "lines": [{"sku": sku_of(level), "quantity": 5}],
        **given,
    }


def sku_of(level):
    return level.db.value("select sku from catalog.variants where id = :id", id=level.variant_id)


def test_it_is_counted_as_incoming(db, level, assert_consistent):
    expect(level.location_id, 7, **{sku_of(level): 5})
    assert db.value("select incoming from inventory.levels") == 5
    assert level.figures == (10, 0)
    assert_consistent()


def test_the_same_sku_twice_is_added_up(db, level):
    sku = sku_of(level)
    lines = [{"sku": sku, "quantity": 2}, {"sku": sku, "quantity": 3}]
    db.call("inventory.expect", p_incoming=announced(level, lines=lines))
    assert db.rows("select quantity, open from inventory.incoming_lines") == [(5, 5)]


def test_it_says_so_in_the_history(db, level):
    db.call("inventory.expect", p_incoming=announced(level))
    assert level.last_event().type == "stock.expected"
    assert db.value("select type from history.events where subject = 'incoming'") == "incoming.expected"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"lines": []}, "OM160"),
        ({"lines": [{"sku": "NOTHING", "quantity": 1}]}, "OM161"),
        ({"reference": ""}, "incoming_reference_given"),
    ],
)
def test_it_refuses_what_makes_no_sense(db, level, given, code):
    with pytest.raises(DomainError) as refused:
        db.call("inventory.expect", p_incoming=announced(level, **given))
    assert refused.value.code == code


def test_it_refuses_a_quantity_of_zero(db, level):
    with pytest.raises(DomainError) as refused:
        db.call("inventory.expect", p_incoming=announced(level, lines=[{"sku": sku_of(level), "quantity": 0}]))
    assert refused.value.code == "incoming_lines_quantity_positive"


def test_it_refuses_the_same_reference_twice(db, level):
    db.call("inventory.expect", p_incoming=announced(level))
    with pytest.raises(DomainError) as refused:
        db.call("inventory.expect", p_incoming=announced(level))
    assert refused.value.code == "incoming_reference_unique"


def test_it_refuses_another_location(db, level):
    with db.acting_as(Actor("person", 7, "Charlie", (level.location_id + 1,))), pytest.raises(DomainError) as refused:
        db.call("inventory.expect", p_incoming=announced(level))
    assert refused.value.code == "OM403"


def test_only_those_who_work_there_see_it(db, level):
    db.call("inventory.expect", p_incoming=announced(level))
    with db.acting_as(Actor("person", 7, "Charlie", (level.location_id + 1,))):
        assert db.rows("select from inventory.incoming") == db.rows("select from inventory.incoming_lines") == []
