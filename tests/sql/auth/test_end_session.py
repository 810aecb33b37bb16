"""Ending one session."""


def test_it_ends_ones_own_and_no_one_elses(db, alice, olivia, begin, who):
    alices, olivias = begin(alice, b"1" * 32), begin(olivia, b"2" * 32)
    db.call("auth.end_session", p_person_id=alice, p_token_hash=olivias)
    assert who(olivias) == "olivia@example.com"
    db.call("auth.end_session", p_person_id=alice, p_token_hash=alices)
    assert who(alices) is None
