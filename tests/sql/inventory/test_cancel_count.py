import pytest

from oms.db import DomainError


@pytest.mark.parametrize("steps", [[], ["review"], ["review", "approve"]])
def test_it_leaves_the_stock_as_it_is(count, assert_consistent, steps):
    count.tally(2)
    for step in steps:
        count.step(step)
    count.step("cancel")
    assert count.now.state == "canceled"
    assert count.level.figures == (10, 0)
    assert_consistent()


def test_it_is_too_late_once_it_was_posted(count):
    count.reviewed(9).step("post")
    with pytest.raises(DomainError) as refused:
        count.step("cancel")
    assert refused.value.code == "counts_transition_lawful"


def test_it_is_for_those_who_work_there(count):
    with count.elsewhere(), pytest.raises(DomainError) as refused:
        count.step("cancel")
    assert refused.value.code == "OM403"
