-- Count an attempt to log in before the password is looked at, or say how many seconds to wait instead. Delays grow by
-- doubling and never lock for good: per account and address after 3 failures, per account after 10 (not where its
-- owner has logged in from before, so that nobody can shut a person out), per address after 20, and for all after 300.
-- Locks: advisory, per account and per address, so that parallel guesses count one by one. Called by: the login page
create or replace function auth.claim_login(p_email_hash bytea, p_address text) returns table (attempt_id bigint, wait_seconds int)
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_is_known boolean;
    v_wait int;
begin
    perform pg_advisory_xact_lock(hashtextextended('login:' || p_address, 1));
    perform pg_advisory_xact_lock(hashtextextended('login:' || encode(p_email_hash, 'hex'), 2));
    v_is_known := exists (
        select from auth.login_attempts as a
        where a.email_hash = p_email_hash and a.address = p_address and a.is_success
            and a.attempted_at > db.now() - interval '30 days');
    select greatest(
        auth._wait(count(*) filter (where a.email_hash = p_email_hash and a.address = p_address), 3,
            max(a.attempted_at) filter (where a.email_hash = p_email_hash and a.address = p_address)),
        case when v_is_known then 0 else auth._wait(count(*) filter (where a.email_hash = p_email_hash), 10,
            max(a.attempted_at) filter (where a.email_hash = p_email_hash)) end,
        auth._wait(count(*) filter (where a.address = p_address), 20, max(a.attempted_at) filter (where a.address = p_address)),
        case when v_is_known then 0 else auth._wait(
            (count(*) filter (where a.attempted_at > db.now() - interval '10 minutes')) / 30, 10, max(a.attempted_at)) end)
    into v_wait
    from auth.login_attempts as a
    where a.attempted_at > db.now() - interval '1 day' and not a.is_success
        and a.attempted_at > coalesce((
            select max(s.attempted_at) from auth.login_attempts as s
            where s.email_hash = p_email_hash and s.address = p_address and s.is_success and a.email_hash = p_email_hash
        ), '-infinity');
    if v_wait > 0 then
        return query select null::bigint, v_wait;
    else
        return query insert into auth.login_attempts (email_hash, address, attempted_at, is_success)
            values (p_email_hash, p_address, db.now(), false) returning id, 0;
    end if;
end
$$;
