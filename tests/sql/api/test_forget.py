"""Forgetting what nobody will ask again."""

from tests.support.tasks import later


def test_it_keeps_answers_for_a_month(db, owner):
    token_id = db.call(
        "auth.create_token", p_name="Shop", p_prefix="oms_1", p_token_hash=b"1" * 32, p_scopes=["orders:write"]
    )
    answer = {"p_fingerprint": b"a", "p_status": 201, "p_body": {}}
    db.call("api.keep_answer", p_token_id=token_id, p_key="k1", **answer)
    later(days=29)
    db.call("api.forget")
    assert len(owner("select from api.idempotency_keys")) == 1
    later(days=2)
    db.call("api.forget")
    assert owner("select from api.idempotency_keys") == []
