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

-- What other rules would have decided is the business of those who see everything.
alter table routing.simulations enable row level security;
alter table routing.simulations force row level security;
create policy simulations_definer on routing.simulations to oms_definer using (true) with check (true);
create policy simulations_scope on routing.simulations for select to oms_app using ((select db.sees_all()));

alter table routing.simulation_choices enable row level security;
alter table routing.simulation_choices force row level security;
create policy simulation_choices_definer on routing.simulation_choices to oms_definer using (true) with check (true);
create policy simulation_choices_scope on routing.simulation_choices for select to oms_app using ((select db.sees_all()));

alter table routing.shadows enable row level security;
alter table routing.shadows force row level security;
create policy shadows_definer on routing.shadows to oms_definer using (true) with check (true);
create policy shadows_scope on routing.shadows for select to oms_app using ((select db.sees_all()));

alter table routing.shadow_decisions enable row level security;
alter table routing.shadow_decisions force row level security;
create policy shadow_decisions_definer on routing.shadow_decisions to oms_definer using (true) with check (true);
create policy shadow_decisions_scope on routing.shadow_decisions for select to oms_app using ((select db.sees_all()));
