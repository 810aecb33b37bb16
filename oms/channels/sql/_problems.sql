-- Every reason why a completed order can't be placed, but for its amounts. A reason is a code, a JSON pointer to the place to
-- repair, and what a sentence about it needs. Called by: channels._prepare
create or replace function channels._problems(p_channel channels.channels, p_order jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(r.reason), '[]')
    from (
        select jsonb_build_object('code', 'no_lines', 'pointer', '/lines') as reason
        where p_order -> 'lines' = '[]'
        union all
        select jsonb_build_object('code', 'bad_currency', 'pointer', '/currency', 'currency', p_order ->> 'currency')
        where p_order ->> 'currency' !~ '^[A-Z]{3}$'
        union all
        select jsonb_build_object('code', 'bad_date', 'pointer', '/placed_at', 'value', p_order ->> 'placed_at')
        where not (p_order ->> 'placed_at' ~ '^[0-9]{4}-' and pg_input_is_valid(p_order ->> 'placed_at', 'timestamptz'))
        union all
        select l.reason from channels._line_problems(p_order) as l (reason)
        union all
        select d.reason from channels._delivery_problems(p_order) as d (reason)
        union all
        select f.value from jsonb_array_elements(orders.field_problems(p_order -> 'fields')) as f
    ) as r
$$;
