-- Promise so many units of an incoming line, or take that back where negative. Locks: the incoming line.
-- Raises: incoming_lines_pegged_within_open. Called by: demand._peg_line, _unpeg
create or replace function inventory.peg_incoming(p_line_id bigint, p_quantity int) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update inventory.incoming_lines set pegged = pegged + p_quantity where id = p_line_id
$$;
