-- Promise what waits of a request out of expected deliveries, the earliest first, and never more than one has left. A promise
-- that an earlier delivery can keep moves there. Tells what is promised for when.
-- Locks: incoming lines in order. Called by: routing.route, the promises task
create or replace function demand.peg(p_request_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request demand.requests := demand.lock_request(p_request_id);
    v_line demand.lines;
begin
    if v_request.is_canceled or not exists (
        select from demand.lines as l join inventory.incoming_lines as n on n.variant_id = l.variant_id and n.open > 0
        where l.request_id = p_request_id and l.backordered > 0
    ) then
        return;
    end if;
    perform from inventory.incoming_lines as n
    where n.open > 0 and n.variant_id in (select l.variant_id from demand.lines as l where l.request_id = p_request_id)
    order by n.id for update;  -- of every SKU: at commit, some may be given back
    for v_line in
        select l.* from demand.lines as l where l.request_id = p_request_id and l.backordered > 0 order by l.id
    loop
        if demand._is_improvable(v_request, v_line) then
            perform demand._peg_line(v_request, v_line);
        end if;
    end loop;
end
$$;
