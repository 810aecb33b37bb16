-- Rules are the business of those who see everything; what one did to an order is seen by whoever sees the order.
alter table automations.rules enable row level security;
alter table automations.rules force row level security;
create policy rules_definer on automations.rules to oms_definer using (true) with check (true);
create policy rules_scope on automations.rules for select to oms_app using ((select db.sees_all()));

alter table automations.versions enable row level security;
alter table automations.versions force row level security;
create policy versions_definer on automations.versions to oms_definer using (true) with check (true);
create policy versions_scope on automations.versions for select to oms_app using ((select db.sees_all()));

alter table automations.runs enable row level security;
alter table automations.runs force row level security;
create policy runs_definer on automations.runs to oms_definer using (true) with check (true);
create policy runs_scope on automations.runs for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));
