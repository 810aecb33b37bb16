"""The same password under stronger parameters."""


def test_it_leaves_sessions_alone(db, alice, begin, who):
    session = begin(alice)
    db.call("auth.upgrade_password_hash", p_person_id=alice, p_password_hash="stronger")
    assert db.call("auth.credentials", p_email="alice@example.com").password_hash == "stronger"
    assert who(session) == "alice@example.com"
