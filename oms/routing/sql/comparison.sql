-- What a simulation or a shadow would have come to, beside what was decided: {decisions, differing, sooner, later, was, would,
-- places}. sooner, later: decisions whose last parcel would arrive on another day than was reckoned.
-- was, would: {parcels, splits: orders in several parcels, distance_km, days: until the last parcel arrives, on average, cost_minor:
-- shipping and handling, unfilled: units that had to wait, waiting: decisions with such, kept: the share of promises that were kept, of
-- so many promised (see routing._promises_kept)}. places: [{name, was, would}] shipments.
-- What splits cost is left out: that is no money, but how much the rules of each dislike them.
-- Called by: routing.continue_simulation, the shadow page
create or replace function routing.comparison(p_simulation_id int default null, p_shadow_id int default null) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with choice as materialized (
        select c.* from routing._choices(p_simulation_id, p_shadow_id) as c
    ), side as (
        select c.decision_id, s.name, s.result -> 'allocations' as allocations, (s.result ->> 'unfilled')::int as unfilled, m.*
        from choice as c cross join lateral (values ('was', c.was), ('would', c.would)) as s (name, result)
        cross join lateral jsonb_to_record(s.result -> 'measures') as m (
            parcels int, distance_km bigint, days int, shipping_minor bigint, handling_minor bigint)
    ), total as (
        select s.name, jsonb_build_object(
            'promised', p.promised, 'kept', case s.name when 'was' then p.was else p.would end,
            'parcels', coalesce(sum(s.parcels), 0), 'splits', count(*) filter (where s.parcels > 1),
            'distance_km', coalesce(sum(s.distance_km), 0), 'days', round(avg(s.days), 2),
            'cost_minor', coalesce(sum(s.shipping_minor + s.handling_minor), 0),
            'unfilled', sum(s.unfilled), 'waiting', count(*) filter (where s.unfilled > 0)) as measures
        from side as s cross join routing._promises_kept(p_simulation_id, p_shadow_id) as p
        group by s.name, p.promised, p.was, p.would
    ), place as (
        select o.name, count(distinct s.decision_id) filter (where s.name = 'was') as was,
               count(distinct s.decision_id) filter (where s.name = 'would') as would
        from side as s cross join jsonb_to_recordset(s.allocations) as a (location_id int)
        join inventory.locations as o on o.id = a.location_id
        group by o.id, o.name
    )
    select jsonb_build_object(
        'decisions', (select count(*) from choice as c), 'differing', (select count(*) from choice as c where c.differs),
        'sooner', (select count(*) from choice as c where (c.would #>> '{measures,days}')::int < (c.was #>> '{measures,days}')::int),
        'later', (select count(*) from choice as c where (c.would #>> '{measures,days}')::int > (c.was #>> '{measures,days}')::int),
        'was', (select t.measures from total as t where t.name = 'was'),
        'would', (select t.measures from total as t where t.name = 'would'),
        'places', (select coalesce(jsonb_agg(to_jsonb(p) order by greatest(p.was, p.would) desc, p.name), '[]') from place as p))
$$;
