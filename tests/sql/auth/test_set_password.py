"""A new password."""


def test_it_ends_all_sessions_but_the_one_that_asked(db, alice, begin, who):
    here, elsewhere = begin(alice, b"1" * 32), begin(alice, b"2" * 32)
    db.call("auth.set_password", p_person_id=alice, p_password_hash="new", p_keep_session=here)
    assert db.call("auth.credentials", p_email="alice@example.com").password_hash == "new"
    assert who(here) == "alice@example.com"
    assert who(elsewhere) is None
