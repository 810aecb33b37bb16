-- A change of an order. Raises: OM404. Called by: orders.confirm_change, discard_change
create or replace function orders._change(p_change_id bigint) returns orders.changes
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_change orders.changes;
begin
    select c.* into v_change from orders.changes as c where c.id = p_change_id;
    if v_change.id is null then
        raise exception using errcode = 'OM404', message = 'no such change';
    end if;
    return v_change;
end
$$;
