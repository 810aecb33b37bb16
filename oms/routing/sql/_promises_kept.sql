-- Of the promises of a simulation's or a shadow's decisions, so far as it is known how they ended: how many, which share was kept,
-- and which would have been. Where a line comes from the same locations, its promise ends as it really did, and so does what the
-- customer missed; else it counts when the last of it was reckoned to arrive. What would wait is not kept. Called by: routing.comparison
create or replace function routing._promises_kept(
    p_simulation_id int, p_shadow_id int, out promised bigint, out was numeric, out would numeric
)
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with allocation as materialized (
        select c.decision_id, s.side, a.line_id, a.location_id, a.quantity
        from routing._choices(p_simulation_id, p_shadow_id) as c
        cross join lateral (values ('was', c.was), ('would', c.would)) as s (side, result)
        cross join lateral jsonb_to_recordset(s.result -> 'allocations') as a (line_id bigint, location_id int, quantity int)
    ), moved as (
        select a.line_id from allocation as a group by a.decision_id, a.line_id, a.location_id
        having sum(case a.side when 'was' then a.quantity else -a.quantity end) <> 0
    ), sent as materialized (
        select a.* from allocation as a where a.line_id in (select m.line_id from moved as m)
    ), arrival as (  -- a parcel's day is told; of a pickup only how many days later
        select s.line_id, coalesce(n.arrives_on, (c.decided_at at time zone o.time_zone)::date + (r.result #>> '{measures,days}')::int) as day
        from sent as s
        join routing._choices(p_simulation_id, p_shadow_id) as c on c.decision_id = s.decision_id
        join inventory.locations as o on o.id = s.location_id
        cross join lateral (select case when c.differs then c.would else c.was end as result) as r
        cross join lateral jsonb_to_recordset(r.result -> 'considered') as n (id int, arrives_on date)
        where s.side = 'would' and n.id = s.location_id
    ), line as (
        select s.line_id, a.arrives_on,
               sum(s.quantity) filter (where s.side = 'would') >= sum(s.quantity) filter (where s.side = 'was') as is_sent
        from sent as s left join (select a.line_id, max(a.day) as arrives_on from arrival as a group by a.line_id) as a on a.line_id = s.line_id
        group by s.line_id, a.arrives_on
    )
    select count(*), round(avg((p.state = 'kept')::int), 4), round(avg(case
        when l.line_id is null or p.cause = 'customer' then (p.state = 'kept')::int
        else ((l.is_sent and l.arrives_on <= p.promised_on) is true)::int end), 4)
    from routing.promises as p left join line as l on l.line_id = p.line_id
    where p.state in ('kept', 'missed') and p.line_id in (select a.line_id from allocation as a)
$$;
