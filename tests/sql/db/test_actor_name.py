from oms.db import Actor


def test_it_is_the_name_to_show(db):
    with db.acting_as(Actor("person", 7, "Alice")):
        assert db.value("select db.actor_name()") == "Alice"


def test_it_is_empty_without_anybody(db):
    with db.acting_as(None):
        assert db.value("select db.actor_name()") == ""
