-- For whom an unused link is: their name, or none where it creates the first owner. No row when it is no longer good.
-- Called by: the set-up page
create or replace function auth.setup_link(p_token_hash bytea) returns table (person_id bigint, email text, name text)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select l.person_id, p.email, p.name
    from auth.setup_links as l
    left join auth.people as p on p.id = l.person_id
    where l.token_hash = p_token_hash and l.used_at is null and l.expires_at > db.now()
        and case when l.person_id is null then not exists (select from auth.people) else p.is_active end
$$;
