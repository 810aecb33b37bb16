-- A completed order with its taxes, where it comes from people or software that leave them to us and states none: each line and
-- charge at the rate of its class where it goes to, after its discounts. Charges are of the class standard.
-- Called by: channels._prepare
create or replace function channels._taxed(p_channel channels.channels, p_order jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_shares bigint[] := orders._shares(p_order);
    v_country text := coalesce(
        (select l.country_code from inventory.locations as l where l.id = (p_order #>> '{delivery,location_id}')::int),
        p_order #>> '{ship_to,country_code}', p_order #>> '{bill_to,country_code}');
    v_on date := coalesce((p_order ->> 'placed_at')::timestamptz, db.now())::date;
    v_is_included boolean := (p_order ->> 'tax_included')::boolean;
    v_lines jsonb;
    v_charges jsonb;
begin
    if p_channel.kind not in ('phone', 'api') or jsonb_path_exists(p_order, '$.lines[*].taxes') or
        jsonb_path_exists(p_order, '$.charges[*].taxes') then
        return p_order;
    end if;
    select jsonb_agg(l.value || jsonb_build_object('taxes', catalog.taxes(
        (l.value ->> 'quantity')::bigint * (l.value ->> 'unit_price_minor')::bigint
            - coalesce((l.value ->> 'discount_minor')::bigint, 0) - v_shares[l.position],
        coalesce(v.tax_class, 'standard'), v_country, v_on, v_is_included)) order by l.position)
    into v_lines
    from jsonb_array_elements(p_order -> 'lines') with ordinality as l (value, position)
    left join catalog.variants as v on v.sku = l.value ->> 'sku';
    select jsonb_agg(c.value || jsonb_build_object('taxes', catalog.taxes(
        (c.value ->> 'amount_minor')::bigint, 'standard', v_country, v_on, v_is_included)) order by c.position)
    into v_charges
    from jsonb_array_elements(p_order -> 'charges') with ordinality as c (value, position);
    return p_order || jsonb_build_object('lines', v_lines, 'charges', coalesce(v_charges, '[]'));
end
$$;
