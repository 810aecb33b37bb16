"""orders.save_view: a list of orders under a name, one's own or the team's."""

from typing import Any

import pytest

from oms.db import Actor, DomainError, acting_as, call, row
from tests.support.people import Hire


def as_person(person_id: int) -> Any:
    return acting_as(Actor("person", person_id, "Alice"))


def refusal(**given: Any) -> str:
    with pytest.raises(DomainError) as refused:
        call("orders.save_view", **{"p_is_shared": False, **given})
    return refused.value.code


def test_it_keeps_filters_and_renames_what_is_there(db: Any, hire: Hire) -> None:
    alice = hire()
    with as_person(alice):
        view_id = call("orders.save_view", p_name=" Paid in Berlin ", p_is_shared=False, p_filters={"payment": "paid"})
        assert call("orders.save_view", p_name="Berlin", p_is_shared=True, p_view_id=view_id) == view_id
    assert row("select person_id, name, filters, is_shared from orders.views") == (
        alice,
        "Berlin",
        {"payment": "paid"},
        True,
    )


def test_it_refuses_what_is_no_view(db: Any, hire: Hire) -> None:
    with as_person(hire()):
        call("orders.save_view", p_name="Berlin", p_is_shared=True, p_filters={"q": "x"})
        assert refusal(p_name="Berlin", p_filters={"q": "y"}) == "views_name_once_per_person"
        assert refusal(p_name=" ", p_filters={"q": "y"}) == "views_name_given"
        assert refusal(p_name="All", p_filters={}) == "views_filter_something"
    with as_person(hire()):
        assert refusal(p_name="Berlin", p_is_shared=True, p_filters={"q": "y"}) == "views_name_once_in_the_team"
        assert call("orders.save_view", p_name="Berlin", p_is_shared=False, p_filters={"q": "y"})


def test_the_own_are_changed_by_their_person_and_the_team_s_by_everybody(db: Any, hire: Hire) -> None:
    with as_person(hire()):
        own, shared = (
            call("orders.save_view", p_name=str(is_shared), p_is_shared=is_shared, p_filters={"q": "x"})
            for is_shared in (False, True)
        )
    with as_person(hire()):
        assert refusal(p_name="Mine", p_view_id=own) == "OM404"
        assert call("orders.save_view", p_name="Ours", p_is_shared=True, p_view_id=shared) == shared
