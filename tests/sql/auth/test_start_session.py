"""A session lasts a shift at most, and less where nobody is there."""

import pytest


@pytest.mark.parametrize(
    ("role", "idle"), [("owner", 30), ("manager", 30), ("service", 30), ("warehouse", 120), ("store", 120)]
)
def test_it_ends_when_idle_and_after_a_shift(db, begin, role, idle):
    begin(db.call("auth.create_person", p_email="x@example.com", p_name="X", p_role=role))
    lasts = db.row(
        "select extract(epoch from idle_until - created_at) / 60 as idle,"
        " extract(epoch from expires_at - created_at) / 3600 as most from auth.sessions"
    )
    assert (lasts.idle, lasts.most) == (idle, 12)


def test_it_begins_none_for_who_may_not_log_in(db, alice, begin, who, change):
    change(p_is_active=False)
    assert who(begin(alice)) is None
    assert db.value("select count(*) from auth.sessions") == 0
