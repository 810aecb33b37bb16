-- Delete a view of the list of orders, own or the team's; the orders in it stay where they are.
-- Locks: the view. Raises: OM404. Called by: the list of orders
create or replace function orders.delete_view(p_view_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    delete from orders.views as v where v.id = p_view_id and (v.person_id = db.person_id() or v.is_shared);
    if not found then
        raise exception using errcode = 'OM404', message = 'no such view';
    end if;
end
$$;
