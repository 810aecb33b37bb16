"""Whether a one-time link is still good, and for whom."""


def test_it_names_the_person(db, alice):
    db.call("auth.create_setup_link", p_token_hash=b"1" * 32, p_person_id=alice)
    assert tuple(db.call("auth.setup_link", p_token_hash=b"1" * 32)) == (alice, "alice@example.com", "Alice Adams")


def test_it_names_nobody_for_the_first_owner(db):
    db.call("auth.create_setup_link", p_token_hash=b"1" * 32)
    assert tuple(db.call("auth.setup_link", p_token_hash=b"1" * 32)) == (None, None, None)


def test_it_is_over_after_three_days(db, alice, owner):
    db.call("auth.create_setup_link", p_token_hash=b"1" * 32, p_person_id=alice)
    owner("update auth.setup_links set expires_at = expires_at - interval '3 days'")
    assert db.call("auth.setup_link", p_token_hash=b"1" * 32) is None


def test_it_is_over_when_the_person_is_shut_out(db, alice, change):
    db.call("auth.create_setup_link", p_token_hash=b"1" * 32, p_person_id=alice)
    change(p_is_active=False)
    assert db.call("auth.setup_link", p_token_hash=b"1" * 32) is None
