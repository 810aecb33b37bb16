"""Ending all sessions of a person."""


def test_it_ends_all_but_the_one_to_keep(db, alice, begin, who):
    kept, other = begin(alice, b"1" * 32), begin(alice, b"2" * 32)
    db.call("auth.end_sessions", p_person_id=alice, p_except=kept)
    assert who(kept) == "alice@example.com"
    assert who(other) is None
    db.call("auth.end_sessions", p_person_id=alice)
    assert who(kept) is None
