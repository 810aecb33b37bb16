-- What is doubtful about rules that can be followed: [{severity: warn, code, detail: {names} where it is about locations}].
-- Listed locations that never ship: listed_inactive, listed_not_shipping, listed_kind_unused. Those that ship, where something is
-- missing: without_address, unknown_distance, unmeasured (for nearest), without_hours. Rules that don't fit the shop or each other:
-- countries_unserved {countries}, no_supplier, no_stores, whole_is_one_parcel, split_cost_unused, supplier_cost_unused.
-- Called by: routing.profile_problems
create or replace function routing._doubts(p_rules jsonb) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with place as (
        select l.*, routing._eligible(l, p_rules) as eligible, coalesce(p_rules -> 'location_ids' @> to_jsonb(l.id), false) as listed
        from inventory.locations as l
    ), doubt as (
        select p.name, case
            when not p.listed or p.eligible then null
            when not p.is_active then 'listed_inactive'
            when not p.ships then 'listed_not_shipping'
            else 'listed_kind_unused' end as code, 1 as turn
        from place as p
        union all
        select p.name, 'without_address', 2 from place as p where p.eligible and '' in (p.line1, p.city)
        union all
        select p.name, case when p_rules ->> 'max_km' is not null then 'unknown_distance'
                            when p_rules -> 'criteria' ? 'nearest' then 'unmeasured' end, 3
        from place as p where p.eligible and p.latitude is null
        union all
        select p.name, 'without_hours', 4 from place as p
        where p.eligible and p.hours = '{}' and (p_rules ->> 'open_now' = 'true' or p_rules ->> 'before_cutoff' = 'true' and p.cutoff is null)
    ), told as (
        select d.code, d.turn, jsonb_build_object('names', jsonb_agg(d.name order by d.name)) as detail
        from doubt as d where d.code is not null group by d.code, d.turn
        union all
        select 'countries_unserved', 5, jsonb_build_object('countries', jsonb_agg(c.country_code order by c.country_code))
        from (
            select distinct a.country_code from demand.requests as r join customers.addresses as a on a.id = r.ship_to_id
            where r.method = 'ship' and r.created_at > db.now() - interval '90 days'
        ) as c
        where p_rules ->> 'same_country' = 'true' and c.country_code not in (select p.country_code from place as p where p.eligible)
        having count(*) > 0
        union all
        select 'no_supplier', 6, '{}' where p_rules #>> '{rest,do}' = 'dropship'
            and not exists (select from place as p where p.kind = 'supplier' and p.eligible)
        union all
        select 'no_stores', 7, '{}' where coalesce((p_rules ->> 'keep_on_floor')::int, 0) > 0
            and not exists (select from place as p where p.kind = 'store' and p.eligible)
        union all
        select 'whole_is_one_parcel', 8, '{}' where p_rules ->> 'whole_order_only' = 'true' and p_rules ->> 'max_parcels' is not null
        union all
        select 'split_cost_unused', 9, '{}' where coalesce((p_rules ->> 'split_cost_minor')::bigint, 0) > 0
            and not p_rules -> 'criteria' ? 'cheapest'
        union all
        select 'supplier_cost_unused', 10, '{}' where p_rules -> 'criteria' ? 'supplier_cost'
            and p_rules #>> '{rest,do}' is distinct from 'dropship'
    )
    select coalesce(jsonb_agg(jsonb_build_object('severity', 'warn', 'code', t.code, 'detail', t.detail) order by t.turn, t.code), '[]')
    from told as t
$$;
