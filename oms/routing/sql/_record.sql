-- Record a decision with the hash of its canonical inputs and result, what is promised by it, and what was left out although
-- it has stock. What comes to nothing again, for the same reasons, is not told again: only what waited before (`p_waited`) can.
-- Returns its id. Called by: routing.route
create or replace function routing._record(
    p_request_id bigint, p_version_id int, p_inputs jsonb, p_result jsonb, p_waited boolean
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_waits boolean := p_result -> 'unfilled' <> '0';
    v_left_out int[] := array(
        select c.id from jsonb_to_recordset(p_result -> 'considered') as c (id int, verdict text, covers int)
        where v_waits and c.verdict = 'excluded' and c.covers > 0);
    v_last routing.decisions;
    v_id bigint;
begin
    if v_left_out <> '{}' then
        insert into routing.waits (request_id, location_ids, tried_at) values (p_request_id, v_left_out, db.now())
        on conflict (request_id) do update set location_ids = excluded.location_ids, tried_at = excluded.tried_at;
    elsif v_waits or p_waited then
        delete from routing.waits as w where w.request_id = p_request_id;
    end if;
    if p_waited and p_result -> 'allocations' = '[]' then
        select d.* into v_last from routing.decisions as d where d.request_id = p_request_id order by d.id desc limit 1;
        if v_last.result = p_result then
            return v_last.id;
        end if;
    end if;
    insert into routing.decisions (request_id, version_id, planner, inputs, result, hash, decided_at)
    values (p_request_id, p_version_id, routing.planner(), p_inputs, p_result,
            encode(sha256(convert_to(p_inputs::text || p_result::text, 'UTF8')), 'hex'), db.now())
    returning id into v_id;
    perform routing._promise(v_id, p_inputs, p_result);
    perform history.record('demand', p_request_id, 'request.routed', jsonb_build_object(
        'decision_id', v_id, 'unfilled', p_result -> 'unfilled',
        'locations', jsonb_path_query_array(p_result, '$.considered[*] ? (@.verdict == "chosen").code')));
    return v_id;
end
$$;
