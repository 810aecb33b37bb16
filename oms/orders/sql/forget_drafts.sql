-- Forget what was discarded a day ago, with the names and addresses in it; returns how many. Called by: jobs.orders.forget_drafts
create or replace function orders.forget_drafts() returns int
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    with gone as (delete from orders.drafts as d where d.discarded_at < db.now() - interval '1 day' returning 1)
    select count(*)::int from gone
$$;
