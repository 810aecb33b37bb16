-- Give up the promises in these states that a request does not wait for any more. Locks: levels or incoming lines, sorted.
-- Called by: demand._on_lines_settled
create or replace function demand._give_up(p_request_id bigint, p_states text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_excess record;
begin
    for v_excess in select e.* from demand._excess(p_request_id) as e where e.state = any (p_states) loop
        perform demand._unpeg(v_excess.peg_id, v_excess.quantity);
    end loop;
end
$$;
