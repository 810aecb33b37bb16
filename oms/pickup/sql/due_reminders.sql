-- Waiting pickups whose customer should be reminded now: at half time, and on the last day; by daylight where they wait.
-- Called by: pickup.remind, the reminders task
create or replace function pickup.due_reminders() returns bigint[]
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(p.id order by p.id), '{}')
    from pickup.pickups as p join inventory.locations as l on l.id = p.location_id
    where p.collected_at is null and p.returned_at is null and p.expires_at > db.now()
        and extract(hour from db.now() at time zone l.time_zone) between 8 and 19
        and db.now() >= case when p.reminded_at is null then p.ready_at + (p.expires_at - p.ready_at) / 2
                             else greatest(p.reminded_at + interval '20 hours', p.expires_at - interval '1 day') end
        and (p.reminded_at is null or p.reminded_at < p.expires_at - interval '1 day')
$$;
