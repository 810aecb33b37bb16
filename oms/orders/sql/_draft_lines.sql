-- What can be read of the lines of an order that is not complete: [{sku, title, quantity}]. Called by: orders.save_draft
create or replace function orders._draft_lines(p_lines jsonb) returns jsonb
language sql immutable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'sku', l.value ->> 'sku',
        'title', coalesce(l.value ->> 'title', ''),
        'quantity', case when l.value ->> 'quantity' ~ '^[1-9][0-9]{0,5}$' then (l.value ->> 'quantity')::int else 1 end)
        order by l.position), '[]')
    from jsonb_array_elements(p_lines) with ordinality as l (value, position)
    where l.value ->> 'sku' <> ''
$$;
