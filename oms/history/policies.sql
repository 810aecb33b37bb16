-- What happened at a location is seen by whoever works there; what happened at no location in particular, by all who read its page.
alter table history.events enable row level security;
alter table history.events force row level security;
create policy events_definer on history.events to oms_definer using (true) with check (true);
create policy events_scope on history.events for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[])
    or (location_id is null and cardinality((select db.locations())::int[]) > 0));
