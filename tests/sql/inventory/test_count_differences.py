import pytest

from oms.db import DomainError
from tests.support import factories


def differences(count):
    return tuple(count.db.call("inventory.count_differences", p_count_id=count.id))


def test_it_adds_up_more_and_fewer_and_their_value(count):
    count.tally(8)
    count.tally(3, code=factories.stocked(count.level.location_id, 2))
    assert differences(count) == (1, 2, 3000, False)


def test_what_was_not_counted_makes_no_difference(count):
    assert differences(count) == (0, 0, 0, False)


@pytest.mark.parametrize(
    ("limits", "needs"),
    [({"units": 2}, False), ({"units": 1}, True), ({"minor": 2000}, False), ({"minor": 1999}, True)],
)
def test_it_asks_for_approval_above_the_limit_of_the_place(count, limits, needs):
    count.limit(**limits).tally(8)
    assert differences(count)[3] is needs


def test_it_is_for_those_who_work_there(count):
    with count.elsewhere(), pytest.raises(DomainError) as refused:
        differences(count)
    assert refused.value.code == "OM403"
