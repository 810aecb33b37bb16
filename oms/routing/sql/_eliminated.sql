-- Why the rules of a profile leave a location out, or null: what was ruled out before; no_dropshipping, kind_not_used,
-- not_listed, other_country, too_far, not_everything, no_capacity, closed, after_cutoff. A pickup is where the customer wants it.
-- `p_place` as in routing._places; `p_covers` of `p_wanted` units are there.
-- One expression without settings of its own, so that PostgreSQL puts it into the query: no call for each row.
-- Called by: routing._supplies, routing._considered, routing._eligible
create or replace function routing._eliminated(
    p_place jsonb, p_rules jsonb, p_to jsonb, p_covers bigint, p_wanted bigint
) returns text
language sql immutable parallel safe
as $$
    select coalesce(p_place ->> 'excluded', case
        when p_to ->> 'method' = 'pickup' then null
        when p_place ->> 'kind' = 'supplier' and p_rules #>> '{rest,do}' is distinct from 'dropship' then 'no_dropshipping'
        when p_place ->> 'kind' <> 'supplier' and not coalesce(p_rules -> 'kinds' ? (p_place ->> 'kind'), true) then 'kind_not_used'
        when not coalesce(p_rules -> 'location_ids' @> (p_place -> 'id'), true) then 'not_listed'
        when p_rules ->> 'same_country' = 'true' and p_place ->> 'country_code' <> p_to ->> 'country_code' then 'other_country'
        when (p_place ->> 'distance_km')::int > (p_rules ->> 'max_km')::int then 'too_far'
        when p_rules ->> 'whole_order_only' = 'true' and p_covers < p_wanted then 'not_everything'
        when (p_place ->> 'capacity_left')::int <= 0 then 'no_capacity'
        when p_rules ->> 'open_now' = 'true' and p_place ->> 'is_open' = 'false' then 'closed'
        when p_rules ->> 'before_cutoff' = 'true' and p_place ->> 'is_in_time' = 'false' then 'after_cutoff'
    end)
$$;
