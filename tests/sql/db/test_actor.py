from oms.db import Actor


def test_it_says_who_acts(db):
    with db.acting_as(Actor("person", 7, "Alice")):
        assert db.value("select db.actor()") == "person:7"


def test_it_knows_nobody_without_one(db):
    with db.acting_as(None):
        assert db.value("select db.actor()") == "unknown"
