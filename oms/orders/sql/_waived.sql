-- What is no longer due of an order because it was canceled, in minor units. What is left of a line is worth its share of
-- price, discount and taxes, as invoices of it would say; charges stay due until nothing at all is wanted any more.
-- Called by: orders._on_demand_lines
create or replace function orders._waived(p_order orders.orders) returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with worth as (
        select s.wanted - s.canceled as kept,
               db.share(s.price_minor, s.wanted - s.canceled, s.canceled, s.per_unit)
                   - db.share(s.discount_minor, s.wanted - s.canceled, s.canceled, s.wanted) as net,
               (select coalesce(sum(db.share(t.amount, s.wanted - s.canceled, s.canceled, s.wanted)), 0)
                from unnest(s.taxes) as t (amount)) as tax
        from orders.shares(p_order.id) as s
    )
    select case
        when sum(w.kept) = 0 then p_order.total_minor
        else least(p_order.total_minor, coalesce(sum(w.net + case when p_order.is_tax_included then 0 else w.tax end), 0))::bigint
    end
    from worth as w
$$;
