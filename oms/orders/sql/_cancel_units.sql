-- Cancel units of lines as orders._chosen_lines has checked them, and nothing around it. Locks: lines, levels.
-- Raises: OM311 it waits on a shelf. Called by: orders.cancel_lines, orders._apply_change
create or replace function orders._cancel_units(p_order orders.orders, p_lines jsonb, p_restocks boolean) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    select fulfillment.cancel_lines(p_order.request_id, jsonb_agg(jsonb_build_object(
        'demand_line_id', d.demand_line_id, 'quantity', d.per_unit * (l.value ->> 'quantity')::int)), p_restocks)
    from jsonb_array_elements(p_lines) as l
    cross join jsonb_to_recordset(l.value -> 'demand') as d (demand_line_id bigint, per_unit int)
$$;
