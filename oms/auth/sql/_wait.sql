-- Seconds still to wait after so many failures, the last of them then: 1, 2, 4 ... up to 15 minutes past the free ones.
-- Called by: auth.claim_login
create or replace function auth._wait(p_failures bigint, p_free int, p_last_at timestamptz) returns int
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select case when p_failures < p_free then 0
        else greatest(0, ceil(extract(epoch from
            p_last_at + least(interval '15 minutes', interval '1 second' * 2 ^ least(p_failures - p_free, 20)) - db.now())))::int
    end
$$;
