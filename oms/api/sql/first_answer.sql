-- The answer already given to an Idempotency-Key of this token; nulls where this is the first time. The key stays locked to
-- the end of the transaction, which also writes the answer, so no effect is ever without one.
-- Locks: the key. Raises: OM902 the first request is still running; OM903 the key was used for another request.
-- Called by: oms/api/idempotency.py
create or replace function api.first_answer(
    p_token_id bigint, p_key text, p_fingerprint bytea, out status int, out body jsonb
)
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_known bytea;
begin
    if not pg_try_advisory_xact_lock(hashtextextended('idempotency ' || p_token_id || ' ' || p_key, 0)) then
        raise exception using errcode = 'OM902', message = 'still running';
    end if;
    select k.status, k.body, k.fingerprint into first_answer.status, first_answer.body, v_known
    from api.idempotency_keys as k where k.token_id = p_token_id and k.key = p_key;
    if v_known <> p_fingerprint then
        raise exception using errcode = 'OM903', message = 'key was used for another request';
    end if;
end
$$;
