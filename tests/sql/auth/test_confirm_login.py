"""The claimed attempt had the right password."""


def test_it_makes_the_attempt_a_success(db):
    attempt = db.call("auth.claim_login", p_email_hash=b"a" * 32, p_address="192.0.2.1")
    db.call("auth.confirm_login", p_attempt_id=attempt.attempt_id)
    assert db.value("select is_success from auth.login_attempts where id = :id", id=attempt.attempt_id) is True
