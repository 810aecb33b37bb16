-- The taxes on an amount, as an order carries them; none where no rate is known. Rounds half a minor unit up.
-- Called by: channels._taxed, orders._wanted
create or replace function catalog.taxes(
    p_amount_minor bigint, p_tax_class text, p_country_code text, p_on date, p_is_included boolean
) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(jsonb_agg(jsonb_build_object('name', r.name, 'rate', r.rate, 'amount_minor', round(
        case when p_is_included then p_amount_minor * r.rate / (1 + r.rate) else p_amount_minor * r.rate end)::bigint)), '[]')
    from catalog.tax_rate(p_tax_class, p_country_code, p_on) as r
$$;
