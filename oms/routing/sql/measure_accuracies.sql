-- Measure how accurate each location is: of the units it was asked for in the last 90 days, how many could not be found. Those
-- that nothing was asked of have no accuracy. Called by: the accuracies task
create or replace function routing.measure_accuracies() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    with measured as (
        select m.location_id, -sum(m.quantity) as asked, coalesce(-sum(m.quantity) filter (where m.kind = 'short_picked'), 0) as short
        from inventory.movements as m
        where m.kind in ('shipped', 'collected', 'short_picked') and m.moved_at > db.now() - interval '90 days'
        group by m.location_id having sum(m.quantity) < 0
    ), forgotten as (
        delete from routing.accuracies as a where a.location_id not in (select m.location_id from measured as m)
    )
    insert into routing.accuracies as a (location_id, asked, short, measured_at)
    select m.location_id, m.asked, m.short, db.now() from measured as m
    on conflict (location_id) do update set asked = excluded.asked, short = excluded.short, measured_at = excluded.measured_at
$$;
