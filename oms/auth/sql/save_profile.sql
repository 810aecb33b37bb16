-- What people set for themselves: language, time zone, theme. Called by: the account page
create or replace function auth.save_profile(p_person_id bigint, p_language text, p_time_zone text, p_theme text) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update auth.people set language = p_language, time_zone = nullif(p_time_zone, ''), theme = p_theme where id = p_person_id
$$;
