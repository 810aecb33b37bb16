-- Each line's share of the order-wide discount, by value after its own discount. Called by: orders._add_lines
create or replace function orders._shares(p_order jsonb) returns bigint[]
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select db.spread(coalesce((p_order ->> 'discount_minor')::bigint, 0), array_agg(
        (l.value ->> 'quantity')::bigint * (l.value ->> 'unit_price_minor')::bigint - coalesce((l.value ->> 'discount_minor')::bigint, 0)
        order by l.ordinality))
    from jsonb_array_elements(p_order -> 'lines') with ordinality as l
$$;
