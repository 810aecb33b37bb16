-- The terms on which a SKU is sold beyond its stock in a channel: its own, else those of every channel; null when there are none.
-- Called by: demand.add_line, require_promisable, set_backorder_terms
create or replace function demand._terms(p_variant_id bigint, p_channel text) returns demand.backorder_terms
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select t from demand.backorder_terms as t
    where t.variant_id = p_variant_id and t.channel in (p_channel, '')
    order by t.channel = '' limit 1
$$;
