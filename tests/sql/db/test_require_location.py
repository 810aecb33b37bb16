import pytest

from oms.db import Actor, DomainError


def test_it_lets_pass_who_works_there(db):
    with db.acting_as(Actor("person", 1, "Bob", (3,))):
        db.call("db.require_location", p_location_id=3)


def test_it_lets_pass_who_sees_everything(db):
    db.call("db.require_location", p_location_id=3)


@pytest.mark.parametrize("actor", [Actor("person", 1, "Bob", (4,)), Actor("person", 1, "Bob", ()), None])
def test_it_refuses_everybody_else(db, actor):
    with db.acting_as(actor), pytest.raises(DomainError) as refused:
        db.call("db.require_location", p_location_id=3)
    assert refused.value.code == "OM403"
