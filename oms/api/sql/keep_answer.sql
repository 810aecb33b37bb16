-- Keep the first answer to an Idempotency-Key, in the transaction of its effect.
-- Raises: idempotency_keys_length. Called by: oms/api/idempotency.py
create or replace function api.keep_answer(
    p_token_id bigint, p_key text, p_fingerprint bytea, p_status int, p_body jsonb
) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into api.idempotency_keys (token_id, key, fingerprint, status, body, created_at)
    values (p_token_id, p_key, p_fingerprint, p_status, p_body, db.now())
$$;
