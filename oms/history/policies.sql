-- What happened at a location is seen by whoever works there. What happened at no location in particular is seen by those who see
-- everything; the domain it happened in may let others see it, by a policy of its own (oms/orders/policies.sql).
alter table history.events enable row level security;
alter table history.events force row level security;
create policy events_definer on history.events to oms_definer using (true) with check (true);
create policy events_scope on history.events for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));
