-- Keep the filters of the list of orders under a name: for whoever acts, or for the whole team. With `p_view_id` one that is there,
-- own or the team's, gets this name; its filters stay where none are given. Returns its id.
-- Locks: the view. Raises: OM404, views_*. Called by: the list of orders
create or replace function orders.save_view(
    p_name text, p_is_shared boolean, p_filters jsonb default null, p_view_id bigint default null
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    if p_view_id is null then
        insert into orders.views (person_id, name, filters, is_shared, created_at)
        values (db.person_id(), trim(p_name), p_filters, p_is_shared, db.now())
        returning id into v_id;
    else
        update orders.views as v
        set name = trim(p_name), is_shared = p_is_shared, filters = coalesce(p_filters, v.filters)
        where v.id = p_view_id and (v.person_id = db.person_id() or v.is_shared)
        returning v.id into v_id;
    end if;
    if v_id is null then
        raise exception using errcode = 'OM404', message = 'no such view';
    end if;
    return v_id;
end
$$;
