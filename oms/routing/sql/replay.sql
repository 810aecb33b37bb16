-- Plan a recorded decision again: {planner: whether the present planner made it, same: whether the result is the same to the
-- byte and the hash is true, result}. Decisions of an earlier planner are kept as they were. Raises: OM404.
-- Called by: the decision page
create or replace function routing.replay(p_decision_id bigint) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_decision routing.decisions;
    v_result jsonb;
begin
    select d.* into v_decision from routing.decisions as d where d.id = p_decision_id;
    if not found then
        raise exception using errcode = 'OM404', message = 'no such decision', detail = jsonb_build_object('what', p_decision_id)::text;
    end if;
    v_result := case when v_decision.planner = routing.planner() then routing.plan(v_decision.inputs) end;
    return jsonb_build_object(
        'planner', v_decision.planner = routing.planner(), 'result', v_result,
        'same', v_result::text = v_decision.result::text
            and v_decision.hash = encode(sha256(convert_to(v_decision.inputs::text || v_decision.result::text, 'UTF8')), 'hex'));
end
$$;
