import pytest

from oms.db import Actor


@pytest.mark.parametrize(
    ("actor", "sees"),
    [
        (Actor("person", 1, "Alice"), True),
        (Actor("person", 2, "Bob", (3,)), False),
        (Actor("x", 3, "", ()), False),
        (None, False),
    ],
)
def test_it_is_only_for_whoever_is_not_confined(db, actor, sees):
    with db.acting_as(actor):
        assert db.value("select db.sees_all()") is sees
