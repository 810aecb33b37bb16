-- A one-time link: for a person to choose a password, or without a person to create the first owner. An earlier link
-- for the same purpose stops working. Raises: OM411 there are people already.
-- Called by: the people page, the first start of an empty OMS
create or replace function auth.create_setup_link(p_token_hash bytea, p_person_id bigint default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_person_id is null and exists (select from auth.people) then
        raise exception using errcode = 'OM411', message = 'there are people already';
    end if;
    delete from auth.setup_links where person_id is not distinct from p_person_id and used_at is null;
    insert into auth.setup_links (token_hash, person_id, created_at, expires_at)
    values (p_token_hash, p_person_id, db.now(), db.now() + interval '3 days');
end
$$;
