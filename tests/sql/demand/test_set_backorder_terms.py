"""demand.set_backorder_terms: whether and how far a SKU is sold beyond its stock."""

import pytest

from oms.db import Actor, DomainError
from tests.support import factories


@pytest.fixture
def mug(db):
    return factories.product("MUG")


def test_it_is_kept_and_changed(db, mug):
    db.call("demand.set_backorder_terms", p_variant_id=mug.id, p_channel="web", p_is_allowed=True, p_most=10)
    db.call("demand.set_backorder_terms", p_variant_id=mug.id, p_channel="web", p_is_allowed=False)
    db.call("demand.set_backorder_terms", p_variant_id=mug.id, p_channel="", p_is_allowed=True, p_most=5)
    terms = db.rows("select channel, is_allowed, most from demand.backorder_terms order by channel")
    assert terms == [("", True, 5), ("web", False, None)]


def test_it_is_taken_away(db, mug):
    for channel in ("", "web"):
        db.call("demand.set_backorder_terms", p_variant_id=mug.id, p_channel=channel, p_is_allowed=True)
    db.call("demand.set_backorder_terms", p_variant_id=mug.id, p_channel="", p_is_allowed=None)
    assert db.rows("select channel from demand.backorder_terms") == [("web",)]


def test_it_is_in_the_history(db, mug):
    db.call("demand.set_backorder_terms", p_variant_id=mug.id, p_channel="", p_is_allowed=True, p_most=5)
    assert db.value("select data ->> 'most' from history.events where type = 'backorder.terms_set'") == "5"


def test_what_waits_follows(db, mug):
    db.call("demand.set_backorder_terms", p_variant_id=mug.id, p_channel="", p_is_allowed=True)
    assert db.value("select args from tasks.tasks where kind = 'demand.release_date'") == {"variant_id": mug.id}


def test_it_is_for_who_works_at_every_place(db, mug):
    with db.acting_as(Actor("token", 1, locations=(factories.location(),))), pytest.raises(DomainError) as refused:
        db.call("demand.set_backorder_terms", p_variant_id=mug.id, p_channel="", p_is_allowed=True)
    assert refused.value.code == "OM403"


def test_it_refuses_a_limit_of_nothing(db, mug):
    with pytest.raises(DomainError) as refused:
        db.call("demand.set_backorder_terms", p_variant_id=mug.id, p_channel="", p_is_allowed=True, p_most=0)
    assert refused.value.code == "backorder_terms_most_positive"
