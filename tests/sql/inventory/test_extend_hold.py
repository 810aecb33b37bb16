"""inventory.extend_hold: somebody is still busy."""

from datetime import timedelta

import pytest

from oms.db import DomainError


def left(db):
    return db.value("select expires_at - db.now() from inventory.holds")


def test_it_gives_more_time(db, level):
    level.hold(1, minutes=10)
    level.wait(8)
    db.call("inventory.extend_hold", p_key="cart", p_minutes=10)
    assert left(db) == timedelta(minutes=10)


def test_it_takes_no_time_away(db, level):
    level.hold(1, minutes=30)
    db.call("inventory.extend_hold", p_key="cart", p_minutes=5)
    assert left(db) == timedelta(minutes=30)


def test_it_revives_nothing(db, level):
    level.hold(1)
    db.call("inventory.release_hold", p_key="cart")
    with pytest.raises(DomainError) as refused:
        db.call("inventory.extend_hold", p_key="cart", p_minutes=5)
    assert refused.value.code == "OM130"
