import pytest

from oms.db import Actor


@pytest.mark.parametrize(("confined_to", "found"), [((3, 5), [3, 5]), ((), []), (None, [])])
def test_it_lists_where_somebody_is_confined_to(db, confined_to, found):
    with db.acting_as(Actor("person", 1, "Bob", confined_to)):
        assert db.value("select db.locations()") == found


def test_it_is_empty_without_anybody(db):
    with db.acting_as(None):
        assert db.value("select db.locations()") == []
