import pytest

from oms.db import DomainError
from tests.support import factories


def test_it_adds_what_is_scanned(count):
    assert [count.tally(1, sets=False) for _ in range(3)] == [1, 2, 3]
    assert not count.line.was_disturbed


def test_it_is_of_one_sku(db, count):
    other = factories.stocked(count.level.location_id, 4)
    count.tally(4, code=other)
    assert count.line.counted is None


def test_whoever_looks_on_is_told(db, count):
    count.tally(1, sets=False)
    told = db.row("select subject_id, data, location_id from history.events where type = 'count.changed'")
    assert told == (count.id, {"number": count.now.number}, count.level.location_id)


def test_it_sets_what_is_typed(count):
    count.tally(1, sets=False)
    assert count.tally(8) == 8


def test_it_remembers_where_the_ledger_stood(db, count):
    count.tally(9)
    assert (count.line.on_hand, count.line.sequence, count.line.variance) == (10, 1, -1)
    factories.stock(count.sku, count.level.location_id, 5)
    assert (count.line.on_hand, count.line.variance) == (10, -1)


def test_it_tells_when_stock_moved_while_it_was_being_counted(count):
    count.tally(1, sets=False)
    factories.stock(count.sku, count.level.location_id, 5)
    count.tally(1, sets=False)
    assert count.line.was_disturbed
    count.tally(14)
    assert not count.line.was_disturbed


def test_it_writes_down_who_counted_what(db, count):
    count.tally(2, sets=False)
    count.tally(9)
    tallies = db.rows("select quantity, counted_after from inventory.count_tallies order by id")
    assert [tuple(tally) for tally in tallies] == [(2, 2), (7, 9)]


def test_a_piece_can_be_taken_back(count):
    count.tally(1, sets=False)
    assert count.tally(-1, sets=False) == 0
    with pytest.raises(DomainError) as refused:
        count.tally(-1, sets=False)
    assert refused.value.code == "count_lines_counted_not_negative"


def test_a_full_count_takes_what_should_not_be_there(count):
    sku = factories.product().sku
    assert count.tally(2, code=sku) == 2


def test_a_count_of_some_takes_no_others(db, count):
    given = {"p_location_id": count.level.location_id, "p_scope": "skus", "p_given": {"skus": [count.sku]}}
    count.id = db.call("inventory.start_count", **given)
    with pytest.raises(DomainError) as refused:
        count.tally(2, code=factories.product().sku)
    assert refused.value.code == "OM148"


def test_it_counts_while_the_count_is_open(count):
    count.reviewed(10)
    with pytest.raises(DomainError) as refused:
        count.tally(9)
    assert refused.value.code == "OM143"


def test_it_is_for_those_who_work_there(count):
    with count.elsewhere(), pytest.raises(DomainError) as refused:
        count.tally(9)
    assert refused.value.code == "OM403"
