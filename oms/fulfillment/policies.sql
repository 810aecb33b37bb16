-- A fulfillment order belongs to its location; its lines, packages and tracking events follow it.
alter table fulfillment.orders enable row level security;
alter table fulfillment.orders force row level security;
create policy orders_definer on fulfillment.orders to oms_definer using (true) with check (true);
create policy orders_scope on fulfillment.orders for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table fulfillment.lines enable row level security;
alter table fulfillment.lines force row level security;
create policy lines_definer on fulfillment.lines to oms_definer using (true) with check (true);
create policy lines_scope on fulfillment.lines for select to oms_app
using ((select db.sees_all()) or exists (select from fulfillment.orders as o where o.id = order_id));

alter table fulfillment.packages enable row level security;
alter table fulfillment.packages force row level security;
create policy packages_definer on fulfillment.packages to oms_definer using (true) with check (true);
create policy packages_scope on fulfillment.packages for select to oms_app
using ((select db.sees_all()) or exists (select from fulfillment.orders as o where o.id = order_id));

alter table fulfillment.tracking_events enable row level security;
alter table fulfillment.tracking_events force row level security;
create policy tracking_events_definer on fulfillment.tracking_events to oms_definer using (true) with check (true);
create policy tracking_events_scope on fulfillment.tracking_events for select to oms_app
using ((select db.sees_all()) or exists (select from fulfillment.packages as p where p.id = package_id));
