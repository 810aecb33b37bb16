"""tracking.ensure_link: one link for each order."""

import pytest

from oms.db import Actor, DomainError, acting_as
from tests.support import factories


def test_it_makes_a_link(linked):
    assert linked.ensure(b"first") == b"first"


def test_it_keeps_the_link_that_is_there(linked):
    linked.ensure(b"first", b"hash 1")
    assert linked.ensure(b"second", b"hash 2") == b"first"
    assert linked.opened_by(b"hash 2") is None


def test_it_makes_another_after_a_revocation(linked):
    linked.ensure(b"first", b"hash 1")
    linked.revoke()
    assert linked.ensure(b"second", b"hash 2") == b"second"
    assert (linked.opened_by(b"hash 1"), linked.opened_by(b"hash 2")) == (None, linked.order.id)


def test_it_refuses_an_order_that_is_not_yours(linked):
    elsewhere = factories.location()
    with acting_as(Actor("person", 2, "Charlie", (elsewhere,))), pytest.raises(DomainError) as refused:
        linked.ensure()
    assert refused.value.code == "OM404"


def test_it_lets_nobody_read_links(linked):
    with pytest.raises(Exception, match="permission denied"):
        linked.db.rows("select * from tracking.links")
