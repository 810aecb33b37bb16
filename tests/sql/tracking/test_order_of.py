"""tracking.order_of: the token is the right, for everybody who has it and nobody else."""

from datetime import timedelta

from oms.db import acting_as
from tests.support import factories


def test_it_opens_the_order_to_nobody_in_particular(linked):
    linked.ensure()
    with acting_as(None):
        assert linked.opened_by(b"hash") == linked.order.id


def test_it_opens_nothing_to_guesses(linked):
    linked.ensure()
    assert [linked.opened_by(guess) for guess in (b"", b"hash2", b"nonce")] == [None, None, None]


def test_it_opens_nothing_after_a_revocation(linked):
    linked.ensure()
    linked.revoke()
    assert linked.opened_by(b"hash") is None


def test_it_opens_nothing_three_months_after_the_order_ended(linked):
    linked.ensure()
    factories.deliver(factories.ship(factories.works(linked.order.id)[0].id))
    linked.db.value("select set_config('oms.now', (db.now() + :passed)::text, true)", passed=timedelta(days=89))
    assert linked.opened_by(b"hash") == linked.order.id
    linked.db.value("select set_config('oms.now', (db.now() + :passed)::text, true)", passed=timedelta(days=2))
    assert linked.opened_by(b"hash") is None
