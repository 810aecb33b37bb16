-- Choose sources for what is open of a request, allocate and reserve there, and record the decision. What no location
-- has is backordered. `p_excluded` {location id: reason} adds to what earlier decisions of the request excluded, unless
-- `p_forgets` gives every location a new chance. What is held under `p_hold_key` goes to the request, or is available again.
-- What has arrived for it is allocated first; what it still waits for is promised out of expected deliveries.
-- Plans on what it reads and claims; when somebody was faster, or overdue holds are in the way, it plans again under lock. Where
-- something is promised to the request already, the lock comes first: promises are given up at commit, and want levels too.
-- Locks: request, lines, the hold, levels sorted, capacity. Returns the decision's id, or null when nothing was open.
-- Called by: orders.place, reroute, reopen, substitute, _apply_change, fulfillment.short, reject, leave, _take_back_lot, retry_backorders
create or replace function routing.route(
    p_request_id bigint, p_excluded jsonb default '{}', p_forgets boolean default false, p_hold_key text default null
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_request demand.requests := demand.lock_request(p_request_id);
    v_version routing.profile_versions := routing._version(p_request_id);
    v_excluded jsonb := case when p_forgets then '{}' else routing._excluded_before(p_request_id) end || p_excluded;
    v_hold_id bigint := inventory.claim_hold(p_hold_key);
    v_variant_ids bigint[] := array(select l.variant_id from demand.lines as l where l.request_id = p_request_id);
    v_waited boolean := exists (select from demand.lines as l where l.request_id = p_request_id and l.backordered > 0);
    v_last int := case when inventory.has_pool(v_variant_ids) then 3 else 2 end;  -- a lock ends what pools are good for
    v_attempt int := case when exists (
        select from demand.pegs as p join demand.lines as l on l.id = p.line_id
        where l.request_id = p_request_id and p.state in ('pegged', 'arrived')) then v_last else 1 end;
    v_inputs jsonb;
    v_result jsonb;
    v_detail text;
begin
    perform inventory.make_room(v_variant_ids) where v_attempt = v_last;  -- and again below: what is given up here may be spoiled
    perform demand.redeem_pegs(p_request_id);
    loop
        if v_attempt = v_last then
            perform inventory.make_room(v_variant_ids);
        end if;
        v_inputs := routing._inputs(v_request, v_version.rules, v_excluded, v_hold_id);
        if v_inputs -> 'lines' = '[]' then
            perform inventory.reserve('[]', v_hold_id);
            perform demand.backorder(p_request_id);  -- what may not be sent yet
            perform demand.peg(p_request_id);
            return null;
        end if;
        v_result := routing.plan(v_inputs);
        if v_attempt < v_last and v_result -> 'unfilled' <> '0' and inventory.has_overdue(v_variant_ids) then
            v_attempt := v_last;
            continue;
        end if;
        begin
            perform demand.allocate(p_request_id, v_result -> 'allocations', v_hold_id);
            perform routing._claim_capacity(p_request_id, v_inputs, v_result -> 'allocations');
            exit;
        exception
            when sqlstate 'OM101' then
                if v_attempt = v_last then
                    raise;
                end if;
                v_attempt := v_attempt + 1;
            when sqlstate 'OM202' then
                get stacked diagnostics v_detail = pg_exception_detail;
                v_excluded := v_excluded || jsonb_build_object(v_detail::jsonb ->> 'location_id', 'no_capacity');
        end;
    end loop;
    perform demand.backorder(p_request_id);
    perform demand.peg(p_request_id);
    return routing._record(p_request_id, v_version.id, v_inputs, v_result, v_waited);
end
$$;
