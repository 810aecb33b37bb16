-- The reason to keep in quarantine for an order that orders.place_many refused. Called by: channels._settle
create or replace function channels._refused(p_answer jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case p_answer ->> 'refusal'
        when 'OM101' then (p_answer - 'refusal') || '{"code": "not_enough_stock", "pointer": "/lines"}'
        else p_answer || '{"code": "not_placed", "pointer": ""}' end
$$;
