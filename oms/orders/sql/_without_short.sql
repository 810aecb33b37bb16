-- What to try to hold, [{variant_id, quantity}], after the refusal OM101 of all of it, `p_short` {sku, wanted, available}: so much less
-- of the last that takes the SKU. It always shrinks. Called by: orders._hold_draft
create or replace function orders._without_short(p_wanted jsonb, p_short jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with wanted as (
        select w.variant_id, w.quantity,
               coalesce(c.quantity, 0) as per_unit,
               row_number() over (order by c.quantity is null, w.variant_id desc) = 1 as gives_way
        from jsonb_to_recordset(p_wanted) as w (variant_id bigint, quantity int)
        left join lateral (
            select n.quantity from catalog.components(w.variant_id, '') as n join catalog.variants as v on v.id = n.variant_id
            where v.sku = p_short ->> 'sku'
        ) as c on true
    ), left_over as (
        select w.variant_id, w.quantity - case when w.gives_way then greatest(
            1, ceil(((p_short ->> 'wanted')::numeric - (p_short ->> 'available')::numeric) / greatest(w.per_unit, 1))) else 0 end as quantity
        from wanted as w
    )
    select coalesce(jsonb_agg(jsonb_build_object('variant_id', l.variant_id, 'quantity', l.quantity::int) order by l.variant_id), '[]')
    from left_over as l where l.quantity > 0
$$;
