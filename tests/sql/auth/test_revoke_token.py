"""Ending a key."""


def test_it_remembers_when_it_was_first_revoked(db, owner):
    told = {"p_name": "Shop", "p_prefix": "oms_1", "p_token_hash": b"1" * 32, "p_scopes": []}
    token_id = db.call("auth.create_token", **told)
    db.call("auth.revoke_token", p_token_id=token_id)
    owner("update auth.api_tokens set revoked_at = revoked_at - interval '1 day'")
    first = db.value("select revoked_at from auth.api_tokens")
    db.call("auth.revoke_token", p_token_id=token_id)
    assert db.value("select revoked_at from auth.api_tokens") == first
