-- What would have to change for a location to be chosen: the changes (see routing._hindrance), each fact once. One hindrance after
-- the other is lifted and planned again until it is chosen; then what turns out not to be needed is left out. Null where 12 steps
-- do not reach that. Called by: routing.alternatives
create or replace function routing._changes(p_inputs jsonb, p_result jsonb, p_location_id int) returns jsonb
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    v_lifted record;
    v_changes jsonb := '[]';
    v_change jsonb;
    v_same jsonb;
    v_others jsonb;
begin
    select p_inputs as inputs, p_result as result, false as is_chosen into v_lifted;
    for v_step in 1 .. 12 loop
        v_change := routing._hindrance(v_lifted.inputs, v_lifted.result, p_location_id);
        exit when v_change is null;
        v_same := jsonb_build_object('fact', v_change -> 'fact');
        v_changes := jsonb_path_query_array(v_changes, '$[*] ? (@.fact != $fact)', v_same) || jsonb_build_array(v_change || coalesce(
            jsonb_path_query_first(v_changes, '$[*] ? (@.fact == $fact)', v_same) - '{to,why,missing}'::text[], '{}'));
        select * into v_lifted from routing._lifted(p_inputs, p_location_id, v_changes);
        exit when v_lifted.is_chosen;
    end loop;
    if not v_lifted.is_chosen then
        return null;
    end if;
    for v_change in select c.value from jsonb_array_elements(v_changes) as c where jsonb_array_length(v_changes) > 1 loop
        v_others := jsonb_path_query_array(v_changes, '$[*] ? (@.fact != $fact)', jsonb_build_object('fact', v_change -> 'fact'));
        continue when not (select l.is_chosen from routing._lifted(p_inputs, p_location_id, v_others) as l);
        v_changes := v_others;
    end loop;
    return v_changes;
end
$$;
