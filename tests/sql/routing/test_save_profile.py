"""routing.save_profile: a new profile begins as the draft of a copy."""

from typing import Any

import pytest

from oms.db import DomainError, call, row
from tests.support.factories import location
from tests.support.routing import default_id, profile, version


def test_it_begins_as_a_copy_of_the_default(db: Any) -> None:
    made = call("routing.save_profile", p_name=" Stores first ")
    found = row("select name, is_default from routing.profiles where id = :id", id=made)
    assert tuple(found or ()) == ("Stores first", False)
    assert version(made, "draft").rules == version(default_id()).rules


def test_it_copies_another(db: Any) -> None:
    location()
    far = profile(max_km=500)
    made = call("routing.save_profile", p_name="Farther", p_copy_of=far)
    assert version(made, "draft").rules == version(far).rules


def test_it_renames(db: Any) -> None:
    call("routing.save_profile", p_name="Usual", p_profile_id=default_id())
    assert row("select name from routing.profiles where is_default") == ("Usual",)


@pytest.mark.parametrize(("name", "code"), [("Standard", "profiles_name_unique"), ("  ", "profiles_name_given")])
def test_it_refuses_a_name(db: Any, name: str, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        call("routing.save_profile", p_name=name)
    assert refused.value.code == code
