"""demand.require_promisable: what may not be sold beyond stock, or not that far, is refused."""

import pytest

from oms.db import DomainError
from tests.support import factories


@pytest.fixture
def mug(db):
    variant = factories.product("MUG")
    factories.stock("MUG", factories.location("HERE"), 2)
    return variant


def terms(db, variant, channel="", *, is_allowed=True, most=None):
    db.call(
        "demand.set_backorder_terms", p_variant_id=variant.id, p_channel=channel, p_is_allowed=is_allowed, p_most=most
    )


def order(quantity, **given):
    return factories.place_order(lines=[factories.line("MUG", quantity)], **given)


def refusal(quantity, **given):
    with pytest.raises(DomainError) as refused:
        order(quantity, **given)
    assert refused.value.code == "OM101"
    return refused.value.detail


def test_the_policy_of_the_channel_holds_where_the_sku_says_nothing(mug):
    assert refusal(3, stock_policy="refuse") == {"sku": "MUG", "wanted": 3, "available": 2}
    assert order(3, stock_policy="backorder").is_backordered


def test_the_sku_may_be_sold_beyond_stock_where_the_channel_refuses(db, mug):
    terms(db, mug)
    assert order(3, stock_policy="refuse").is_backordered


def test_the_sku_may_be_refused_where_the_channel_does_not(db, mug):
    terms(db, mug, is_allowed=False)
    assert refusal(3)["available"] == 2


def test_the_channels_own_terms_come_first(db, mug):
    terms(db, mug, is_allowed=False)
    terms(db, mug, channel="web", is_allowed=True)
    assert order(3, channel="web").is_backordered
    refusal(1, channel="other")


def test_the_limit_is_what_waits_in_all(db, mug):
    terms(db, mug, most=5)
    order(2 + 3)
    assert refusal(4) == {"sku": "MUG", "wanted": 4, "available": 2}
    order(2)
    assert refusal(1)["available"] == 0


def test_the_same_sku_twice_is_added_up(db, mug):
    terms(db, mug, most=5)
    lines = [factories.line("MUG", 4), factories.line("MUG", 4)]
    with pytest.raises(DomainError) as refused:
        factories.place_order(lines=lines)
    assert refused.value.detail == {"sku": "MUG", "wanted": 8, "available": 7}


def test_who_gets_it_from_stock_keeps_nobody_waiting(db, mug):
    terms(db, mug, most=5)
    order(2)
    assert db.value("select xmax::text from demand.backorder_terms") == "0"


def test_each_channel_has_its_own_limit(db, mug):
    terms(db, mug, most=5)
    terms(db, mug, channel="web", most=3)
    order(2 + 3, channel="web")
    order(5, channel="other")
    refusal(1, channel="web")
    refusal(1, channel="third")


def test_what_stock_comes_in_for_may_be_sold_again(db, mug):
    terms(db, mug, most=5)
    waiting = order(2 + 5)
    factories.stock("MUG", db.value("select id from inventory.locations"), 5)
    db.call("fulfillment.retry_backorders", p_request_id=waiting.request_id)
    assert order(5).is_backordered
