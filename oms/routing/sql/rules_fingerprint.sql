-- What tells whether the rules that choose profiles are still those that somebody saw. Called by: routing.save_rules, the page of rules
create or replace function routing.rules_fingerprint() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select md5(coalesce(jsonb_agg(to_jsonb(r) order by r.position), '[]')::text) from routing.rules as r
$$;
