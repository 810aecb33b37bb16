-- Store and warehouse staff see how full their own locations' days are.
alter table routing.capacity_claims enable row level security;
alter table routing.capacity_claims force row level security;
create policy capacity_claims_definer on routing.capacity_claims to oms_definer using (true) with check (true);
create policy capacity_claims_scope on routing.capacity_claims for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table routing.waits enable row level security;
alter table routing.waits force row level security;
create policy waits_definer on routing.waits to oms_definer using (true) with check (true);
create policy waits_scope on routing.waits for select to oms_app using ((select db.sees_all()));

alter table routing.request_profiles enable row level security;
alter table routing.request_profiles force row level security;
create policy request_profiles_definer on routing.request_profiles to oms_definer using (true) with check (true);
create policy request_profiles_scope on routing.request_profiles for select to oms_app using ((select db.sees_all()));

alter table routing.promises enable row level security;
alter table routing.promises force row level security;
create policy promises_definer on routing.promises to oms_definer using (true) with check (true);
create policy promises_scope on routing.promises for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));
