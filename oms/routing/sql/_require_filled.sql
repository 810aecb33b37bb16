-- Refuse a plan for a wish (see routing._wish) that leaves something out, naming the first SKU that is short.
-- Raises: OM101 not enough stock. Called by: routing.hold
create or replace function routing._require_filled(p_wish jsonb, p_plan jsonb) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_line record;
begin
    select l.sku, l.quantity as wanted, coalesce(sum(a.quantity), 0) as available into v_line
    from jsonb_to_recordset(p_wish -> 'lines') as l (line bigint, sku text, quantity int)
    left join jsonb_to_recordset(p_plan -> 'allocations') as a (line_id bigint, quantity int) on a.line_id = l.line
    group by l.line, l.sku, l.quantity
    having coalesce(sum(a.quantity), 0) < l.quantity
    order by l.line limit 1;
    if found then
        raise exception using errcode = 'OM101', message = 'not enough stock', detail = to_jsonb(v_line)::text;
    end if;
end
$$;
