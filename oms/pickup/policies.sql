-- Store staff see the shelves and pickups of their own locations.
alter table pickup.shelves enable row level security;
alter table pickup.shelves force row level security;
create policy shelves_definer on pickup.shelves to oms_definer using (true) with check (true);
create policy shelves_scope on pickup.shelves for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table pickup.pickups enable row level security;
alter table pickup.pickups force row level security;
create policy pickups_definer on pickup.pickups to oms_definer using (true) with check (true);
create policy pickups_scope on pickup.pickups for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));
