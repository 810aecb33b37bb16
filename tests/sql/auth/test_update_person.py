"""Changing who somebody is and what they may do."""

import pytest

from oms.db import DomainError


def test_it_changes_what_is_told(db, alice, change):
    change(p_name="Alice Baker", p_language="de", p_time_zone="Asia/Tokyo")
    person = db.row("select name, language, time_zone from auth.people where id = :id", id=alice)
    assert tuple(person) == ("Alice Baker", "de", "Asia/Tokyo")


def test_a_new_name_leaves_sessions_alone(alice, begin, who, change):
    session = begin(alice)
    change(p_name="Alice Baker")
    assert who(session) == "alice@example.com"


@pytest.mark.parametrize("changed", [{"p_role": "service"}, {"p_is_active": False}])
def test_another_role_or_none_ends_sessions(alice, begin, who, change, changed):
    session = begin(alice)
    change(**changed)
    assert who(session) is None


@pytest.mark.parametrize("changed", [{"p_role": "manager"}, {"p_role": "owner", "p_is_active": False}])
def test_it_keeps_the_last_owner(db, olivia, change, changed):
    told = {"p_email": "olivia@example.com"} | changed
    with pytest.raises(DomainError) as refused:
        change(olivia, **told)
    assert refused.value.code == "OM410"
    db.call("auth.create_person", p_email="second@example.com", p_name="Second", p_role="owner")
    change(olivia, **told)


def test_it_knows_who_is_not_there(change):
    with pytest.raises(DomainError) as refused:
        change(999_999)
    assert refused.value.code == "OM404"
