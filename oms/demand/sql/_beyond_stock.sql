-- How many units of a SKU wait on these terms: of the channel's orders, or of all whose channel has no terms of its own.
-- Called by: demand.require_promisable
create or replace function demand._beyond_stock(p_terms demand.backorder_terms) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(sum(l.unrouted + l.backordered), 0)::int
    from demand.lines as l join demand.requests as r on r.id = l.request_id
    where l.variant_id = p_terms.variant_id and l.unrouted + l.backordered > 0
        and (demand._terms(p_terms.variant_id, r.channel)).channel = p_terms.channel
$$;
