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

alter table orders.components enable row level security;
alter table orders.components force row level security;
create policy components_definer on orders.components to oms_definer using (true) with check (true);
create policy components_scope on orders.components for select to oms_app
using ((select db.sees_all()) or exists (select from orders.lines as l where l.id = line_id));

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

alter table orders.attachments enable row level security;
alter table orders.attachments force row level security;
create policy attachments_definer on orders.attachments to oms_definer using (true) with check (true);
create policy attachments_scope on orders.attachments for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));

-- How this shop's orders are described is known to whoever sees any.
alter table orders.fields enable row level security;
alter table orders.fields force row level security;
create policy fields_definer on orders.fields to oms_definer using (true) with check (true);
create policy fields_scope on orders.fields for select to oms_app
using ((select db.sees_all()) or cardinality((select db.locations())::int[]) > 0);

alter table orders.changes enable row level security;
alter table orders.changes force row level security;
create policy changes_definer on orders.changes to oms_definer using (true) with check (true);
create policy changes_scope on orders.changes for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));

alter table orders.versions enable row level security;
alter table orders.versions force row level security;
create policy versions_definer on orders.versions to oms_definer using (true) with check (true);
create policy versions_scope on orders.versions for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));

-- A draft is at no location yet: it is the business of those who take orders, who see them all.
alter table orders.drafts enable row level security;
alter table orders.drafts force row level security;
create policy drafts_definer on orders.drafts to oms_definer using (true) with check (true);
create policy drafts_scope on orders.drafts for select to oms_app using ((select db.sees_all()));

-- Whoever sees any orders sees the views that are shared, and their own.
alter table orders.views enable row level security;
alter table orders.views force row level security;
create policy views_definer on orders.views to oms_definer using (true) with check (true);
create policy views_scope on orders.views for select to oms_app
using (person_id = (select db.person_id()) or is_shared and ((select db.sees_all()) or cardinality((select db.locations())::int[]) > 0));

-- The people and the wants behind an order are seen by whoever sees the order. These tables belong to lower domains, which do
-- not know of orders; so their policies stand here.
alter table customers.customers enable row level security;
alter table customers.customers force row level security;
create policy customers_definer on customers.customers to oms_definer using (true) with check (true);
create policy customers_scope on customers.customers for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.customer_id = customers.id));

alter table customers.addresses enable row level security;
alter table customers.addresses force row level security;
create policy addresses_definer on customers.addresses to oms_definer using (true) with check (true);
create policy addresses_scope on customers.addresses for select to oms_app
using ((select db.sees_all()) or exists (select from customers.customers as c where c.id = customer_id));

alter table demand.requests enable row level security;
alter table demand.requests force row level security;
create policy requests_definer on demand.requests to oms_definer using (true) with check (true);
create policy requests_scope on demand.requests for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.request_id = requests.id));

alter table demand.lines enable row level security;
alter table demand.lines force row level security;
create policy lines_definer on demand.lines to oms_definer using (true) with check (true);
create policy lines_scope on demand.lines for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.request_id = lines.request_id));

alter table demand.allocations enable row level security;
alter table demand.allocations force row level security;
create policy allocations_definer on demand.allocations to oms_definer using (true) with check (true);
create policy allocations_scope on demand.allocations for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table demand.pegs enable row level security;
alter table demand.pegs force row level security;
create policy pegs_definer on demand.pegs to oms_definer using (true) with check (true);
create policy pegs_scope on demand.pegs for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[])
    or exists (select from demand.lines as l where l.id = line_id));

alter table demand.allocation_lots enable row level security;
alter table demand.allocation_lots force row level security;
create policy allocation_lots_definer on demand.allocation_lots to oms_definer using (true) with check (true);
create policy allocation_lots_scope on demand.allocation_lots for select to oms_app
using ((select db.sees_all()) or exists (select from demand.allocations as a where a.id = allocation_lots.allocation_id));

alter table routing.decisions enable row level security;
alter table routing.decisions force row level security;
create policy decisions_definer on routing.decisions to oms_definer using (true) with check (true);
create policy decisions_scope on routing.decisions for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.request_id = decisions.request_id));

alter table payments.payables enable row level security;
alter table payments.payables force row level security;
create policy payables_definer on payments.payables to oms_definer using (true) with check (true);
create policy payables_scope on payments.payables for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.payable_id = payables.id));

alter table payments.events enable row level security;
alter table payments.events force row level security;
create policy events_definer on payments.events to oms_definer using (true) with check (true);
create policy events_scope on payments.events for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.payable_id = events.payable_id));

-- What happened to an order at no location in particular is seen by whoever sees the order.
create policy events_of_orders on history.events for select to oms_app
using (location_id is null and case subject
    when 'order' then exists (select from orders.orders as o where o.id = subject_id)
    when 'demand' then exists (select from orders.orders as o where o.request_id = subject_id)
end);

alter table orders.questions enable row level security;
alter table orders.questions force row level security;
create policy questions_definer on orders.questions to oms_definer using (true) with check (true);
create policy questions_scope on orders.questions for select to oms_app
using ((select db.sees_all()) or exists (select from orders.orders as o where o.id = order_id));
