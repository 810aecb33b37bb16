"""Forgetting what no login needs any more."""

from tests.support.tasks import later


def test_it_keeps_what_is_younger_than_a_month(db, owner):
    db.call("auth.claim_login", p_email_hash=b"1", p_address="203.0.113.1")
    db.call("auth.create_setup_link", p_token_hash=b"2")
    for days, left in ((29, 1), (40, 0)):
        later(days=days)
        db.call("auth.forget")
        assert len(owner("select from auth.login_attempts")) == left
    assert owner("select from auth.setup_links") == []
