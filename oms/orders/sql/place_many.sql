-- Place each of these orders (shape: orders.place), in a subtransaction of its own: one that can't be placed stops none of the others.
-- Returns, in the same order, what orders.place says of each, or why it was refused: [{order_id, number, is_new} | {refusal, ...}].
-- What can only be the order's own fault is caught: our refusals, broken constraints, values nobody can read, sums too large, a plan
-- that fails on it. What is nobody's fault (a deadlock, a lost connection, a full disk) ends the batch, to be tried again as it is.
-- Locks: as orders.place, order by order. Several orders can't all be locked in order; so that nobody waits for them in a circle, the
-- whole transaction gives up (55P03) sooner than PostgreSQL looks for deadlocks. Called by: channels._settle
create or replace function orders.place_many(p_orders jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_answers jsonb := '[]';
    v_given jsonb;
    v_code text;
    v_constraint text;
    v_detail text;
begin
    if jsonb_array_length(p_orders) > 1 then
        perform set_config('lock_timeout', '800ms', true);
    end if;
    for v_given in select g.value from jsonb_array_elements(p_orders) with ordinality as g (value, place) order by g.place loop
        begin
            v_answers := v_answers || (select jsonb_build_array(to_jsonb(p)) from orders.place(v_given) as p);
        exception when sqlstate 'OM000' or integrity_constraint_violation or data_exception or program_limit_exceeded
            or cardinality_violation or plpgsql_error or syntax_error_or_access_rule_violation then
            get stacked diagnostics v_code = returned_sqlstate, v_constraint = constraint_name, v_detail = pg_exception_detail;
            v_answers := v_answers || jsonb_build_array(jsonb_build_object('refusal', coalesce(nullif(v_constraint, ''), v_code))
                || case when starts_with(v_code, 'OM') then coalesce(nullif(v_detail, ''), '{}')::jsonb else '{}' end);
        end;
    end loop;
    return v_answers;
end
$$;
