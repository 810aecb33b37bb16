import pytest

from oms.db import DomainError
from tests.support import factories


def test_it_stops_the_counting(count):
    assert count.reviewed(10).now.state == "review"


def test_what_nobody_counted_stays_or_is_none(db, count):
    other = factories.stocked(count.level.location_id, 4)
    count.id = db.call("inventory.start_count", p_location_id=count.level.location_id, p_scope="full")
    count.tally(10)
    counted = "select counted from inventory.count_lines as l join catalog.variants as v on v.id = l.variant_id"
    find = f"{counted} where v.sku = :sku and count_id = :id"
    count.step("review")
    assert db.value(find, sku=other, id=count.id) is None
    db.call("inventory.recount", p_count_id=count.id, p_variant_ids=[])
    count.step("review", p_rest_is_zero=True)
    assert db.value(find, sku=other, id=count.id) == 0
    assert db.value(find, sku=count.sku, id=count.id) == 10


def test_it_needs_something_counted(count):
    with pytest.raises(DomainError) as refused:
        count.step("review")
    assert refused.value.code == "OM149"


def test_it_happens_once(count):
    with pytest.raises(DomainError) as refused:
        count.reviewed(10).step("review")
    assert refused.value.code == "OM143"


def test_it_is_for_those_who_work_there(count):
    count.tally(10)
    with count.elsewhere(), pytest.raises(DomainError) as refused:
        count.step("review")
    assert refused.value.code == "OM403"
