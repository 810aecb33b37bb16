-- The line, as orders.place takes it, that stands in for units of another by an offer (a row of orders.offers as JSON). At the same price it
-- costs what these units did, to the cent: their share of the discount and taxes goes with them, as orders._waived takes it
-- off. At another price the discount goes by value, and the taxes by their rates. Called by: orders.substitute
create or replace function orders._substituted(p_order orders.orders, p_offer jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with offer as (
        select * from jsonb_to_record(p_offer) as f (line_id bigint, sku text, substitute text, quantity int, unit_price_minor bigint)
    ), share as (
        select s.*, s.wanted - s.canceled - f.quantity * s.per_unit as kept, f.quantity * s.per_unit as units
        from offer as f join orders.shares(p_order.id) as s on s.line_id = f.line_id
    ), line as (
        select f.*, l.unit_price_minor = f.unit_price_minor as is_same, case when l.unit_price_minor = 0 then 0 else
            round((select sum(db.share(s.discount_minor, s.kept, s.units, s.wanted)) from share as s)
                * f.unit_price_minor / l.unit_price_minor) end as discount
        from offer as f join orders.lines as l on l.id = f.line_id
    ), tax as (
        select t.id, t.name, t.rate, sum(t.rate) over () as rates, row_number() over (order by t.id) as place
        from offer as f join orders.taxes as t on t.line_id = f.line_id
    )
    select jsonb_build_object(
        'sku', l.sku, 'title', l.substitute, 'quantity', l.quantity, 'unit_price_minor', l.unit_price_minor,
        'discount_minor', l.discount, 'taxes', (
            select coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'rate', t.rate, 'amount_minor', case
                when l.is_same then (select sum(db.share(s.taxes[t.place], s.kept, s.units, s.wanted)) from share as s)
                else round((l.quantity * l.unit_price_minor - l.discount) * t.rate
                    / case when p_order.is_tax_included then 1 + t.rates else 1 end) end) order by t.id), '[]')
            from tax as t))
    from line as l
$$;
