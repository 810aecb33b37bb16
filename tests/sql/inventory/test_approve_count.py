import pytest

from oms.db import DomainError


def test_it_says_who(count):
    count.reviewed(2).step("approve")
    assert (count.now.state, count.now.approved_by) == ("approved", count.now.created_by)


def test_it_approves_what_was_reviewed(count):
    with pytest.raises(DomainError) as refused:
        count.step("approve")
    assert refused.value.code == "counts_transition_lawful"


def test_it_refuses_a_version_that_somebody_has_changed(count):
    with pytest.raises(DomainError) as refused:
        count.reviewed(2).step("approve", p_version=1)
    assert refused.value.code == "OM409"


def test_it_is_for_those_who_work_there(count):
    count.reviewed(2)
    with count.elsewhere(), pytest.raises(DomainError) as refused:
        count.step("approve")
    assert refused.value.code == "OM403"
