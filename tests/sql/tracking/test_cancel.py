"""tracking.cancel: the customer may, until somebody works on it."""

import pytest

from oms.db import Actor, DomainError, acting_as
from tests.support import factories


def cancel(db, order):
    with acting_as(Actor("customer")):
        db.call("tracking.cancel", p_order_id=order.id)


def test_it_cancels_what_nobody_works_on(db):
    order = factories.place_order(payments=[])
    cancel(db, order)
    assert factories.order_row(order.id).state == "canceled"
    event = db.row("select actor, data from history.events where type = 'order.canceled'")
    assert (event.actor, event.data["reason"]) == ("customer", "customer")


def test_it_refuses_what_is_released(db):
    order = factories.place_order()
    with pytest.raises(DomainError) as refused:
        cancel(db, order)
    assert refused.value.code == "OM910"
    assert factories.order_row(order.id).state == "placed"


def test_it_refuses_what_is_over(db):
    order = factories.place_order(payments=[])
    cancel(db, order)
    with pytest.raises(DomainError) as refused:
        cancel(db, order)
    assert refused.value.code == "OM303"
