import pytest

from oms.db import DomainError
from tests.support import factories


def recount(count, **given):
    count.db.call("inventory.recount", p_count_id=count.id, p_variant_ids=[count.level.variant_id], **given)


def test_it_forgets_and_is_open_again(db, count):
    recount(count.reviewed(7))
    assert count.now.state == "open"
    assert count.line.counted is None
    assert db.value("select quantity from inventory.count_tallies order by id desc limit 1") == -7


def test_what_is_not_in_doubt_stays_counted(db, count):
    other = factories.stocked(count.level.location_id, 4)
    count.tally(4, code=other)
    recount(count.reviewed(7))
    assert db.value("select sum(counted) from inventory.count_lines") == 4


def test_an_approval_counts_no_more(count):
    count.reviewed(7).step("approve")
    recount(count)
    assert (count.now.state, count.now.approved_by) == ("open", "")


def test_it_is_too_late_once_it_was_posted(count):
    count.reviewed(9).step("post")
    with pytest.raises(DomainError) as refused:
        recount(count)
    assert refused.value.code == "counts_transition_lawful"


def test_it_refuses_a_version_that_somebody_has_changed(count):
    with pytest.raises(DomainError) as refused:
        recount(count.reviewed(7), p_version=1)
    assert refused.value.code == "OM409"


def test_it_is_for_those_who_work_there(count):
    with count.elsewhere(), pytest.raises(DomainError) as refused:
        recount(count)
    assert refused.value.code == "OM403"
