-- Store and warehouse staff see the orders that have work at their locations, and what belongs to them.
alter table orders.orders enable row level security;
alter table orders.orders force row level security;
create policy orders_definer on orders.orders to oms_definer using (true) with check (true);
create policy orders_scope on orders.orders for select to oms_app
using ((select db.sees_all()) or location_ids && (select db.locations())::int[]);

alter table orders.lines enable row level security;
alter table orders.lines force row level security;
create policy lines_definer on orders.lines to oms_definer using (true) with check (true);
create policy lines_scope on orders.lines for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));

alter table orders.charges enable row level security;
alter table orders.charges force row level security;
create policy charges_definer on orders.charges to oms_definer using (true) with check (true);
create policy charges_scope on orders.charges for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));

alter table orders.taxes enable row level security;
alter table orders.taxes force row level security;
create policy taxes_definer on orders.taxes to oms_definer using (true) with check (true);
create policy taxes_scope on orders.taxes for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));

alter table orders.holds enable row level security;
alter table orders.holds force row level security;
create policy holds_definer on orders.holds to oms_definer using (true) with check (true);
create policy holds_scope on orders.holds for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));
