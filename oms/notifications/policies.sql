-- A mail is seen by those who see its order.
alter table notifications.messages enable row level security;
alter table notifications.messages force row level security;
create policy messages_definer on notifications.messages to oms_definer using (true) with check (true);
create policy messages_scope on notifications.messages for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));
