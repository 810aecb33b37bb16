-- What can't be followed in the rules of a profile, whatever the shop is like: [{severity: refuse, code, detail}]; no_criteria,
-- unknown_criterion, repeated_criterion, unknown_rule, bad_number, no_kinds, unknown_kind, no_locations, bad_rest, days_missing.
-- Called by: routing.save_draft, routing.profile_problems
create or replace function routing._mistakes(p_rules jsonb) returns jsonb
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    with criterion as (
        select c.name, count(*) as times
        from jsonb_array_elements_text(coalesce(p_rules -> 'criteria', '[]')) as c (name) group by c.name
    ), mistake as (
        select 'no_criteria' as code, '{}'::jsonb as detail where not exists (select from criterion)
        union all
        select 'unknown_criterion', jsonb_build_object('criterion', c.name) from criterion as c
        where c.name not in ('fewest_splits', 'cheapest', 'nearest', 'fastest', 'priority', 'balance_stock', 'keep_store_stock',
                             'supplier_cost', 'most_accurate')
        union all
        select 'repeated_criterion', jsonb_build_object('criterion', c.name) from criterion as c where c.times > 1
        union all
        select 'unknown_rule', jsonb_build_object('rule', k.key) from jsonb_object_keys(p_rules) as k (key)
        where k.key not in ('criteria', 'kinds', 'location_ids', 'same_country', 'max_km', 'whole_order_only', 'before_cutoff',
                            'open_now', 'keep_on_floor', 'max_parcels', 'split_cost_minor', 'rest')
        union all
        select 'bad_number', jsonb_build_object('rule', n.key)
        from (values ('max_km', 1, 20000), ('max_parcels', 1, 100), ('keep_on_floor', 0, 10000), ('split_cost_minor', 0, 100000000)) as n (key, least, most)
        where p_rules -> n.key <> 'null' and not coalesce(
            (p_rules ->> n.key) ~ '^\d{1,9}$' and (p_rules ->> n.key)::bigint between n.least and n.most, false)
        union all
        select 'no_kinds', '{}' where p_rules -> 'kinds' = '[]'
        union all
        select 'unknown_kind', jsonb_build_object('kind', k.kind) from jsonb_array_elements_text(p_rules -> 'kinds') as k (kind)
        where k.kind not in ('warehouse', 'store', '3pl')
        union all
        select 'no_locations', '{}' where p_rules -> 'location_ids' = '[]'
        union all
        select 'bad_rest', '{}' where not coalesce(p_rules #>> '{rest,do}', 'backorder') in ('backorder', 'hold', 'dropship', 'cancel')
        union all
        select 'days_missing', '{}' where p_rules #>> '{rest,do}' = 'cancel' and not coalesce(
            (p_rules #>> '{rest,days}') ~ '^\d{1,3}$' and (p_rules #>> '{rest,days}')::int between 1 and 365, false)
    )
    select coalesce(jsonb_agg(jsonb_build_object('severity', 'refuse', 'code', m.code, 'detail', m.detail)), '[]') from mistake as m
$$;
