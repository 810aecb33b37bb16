-- Add a wanted quantity of a SKU to a request; returns the demand line's id. Raises: lines_wanted_positive.
-- Called by: orders.place
create or replace function demand.add_line(p_request_id bigint, p_variant_id bigint, p_quantity int) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into demand.lines (request_id, variant_id, wanted, unrouted)
    values (p_request_id, p_variant_id, p_quantity, p_quantity)
    returning id
$$;
