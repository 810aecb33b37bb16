-- Take somebody on, without a password yet: they choose it through a one-time link. Raises: people_email_unique.
-- Called by: the people page, auth.use_setup_link, the demo shop
create or replace function auth.create_person(
    p_email text, p_name text, p_role text, p_language text default 'en', p_time_zone text default null
) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into auth.people (email, name, role, language, time_zone)
    values (lower(trim(p_email)), trim(p_name), p_role, p_language, nullif(p_time_zone, ''))
    returning id
$$;
