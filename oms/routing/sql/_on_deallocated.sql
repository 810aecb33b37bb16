-- Trigger, at commit and so after every other lock: where nothing of a request is sent from any more, its part of that
-- location's day is free again.
create or replace function routing._on_deallocated() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    with freed as (
        delete from routing.capacity_claims as c using demand.lines as n
        where n.id = new.line_id and c.request_id = n.request_id and c.location_id = new.location_id and not exists (
            select from demand.allocations as a join demand.lines as l on l.id = a.line_id
            where l.request_id = n.request_id and a.location_id = new.location_id and a.state <> 'deallocated')
        returning c.location_id, c.day
    )
    update routing.capacity_days as d set used = d.used - 1
    from freed as f where d.location_id = f.location_id and d.day = f.day;
    return null;
end
$$;
