-- Orders of two lines each, spread over two years, all but the last 300 delivered and paid. Written straight into the tables,
-- without triggers and foreign keys, in the time that the indexes take; only for measuring.
set local session_replication_role = replica;
set local synchronous_commit = off;

create temporary table bench on commit drop as
select n, n as id, now() - interval '2 years' * (1 - n / total::float8) as placed_at, n > total - 300 as is_open,
       (array['Anna', 'Ben', 'Clara', 'Dora', 'Emil', 'Frida', 'Georg', 'Hanna'])[1 + n % 8] || ' '
           || (array['Meier', 'Schmidt', 'Weber', 'Rossi', 'Dubois', 'Garcia', 'Novak', 'Jansen'])[1 + n / 8 % 8]
           || ' ' || n % 1000 as name,
       1 + n % 200 as first_sku, 1 + (n + 7) % 200 as second_sku
from (select current_setting('bench.orders')::int as total) as t, generate_series(1, t.total) as n;

insert into customers.customers (id, email, name, created_at) overriding system value
select id, 'customer' || id || '@example.com', name, placed_at from bench;

insert into customers.addresses (id, customer_id, name, line1, city, postal_code, country_code, created_at)
overriding system value
select id, id, name, 'Hauptstr. ' || id % 100, 'Berlin', '10115', 'DE', placed_at from bench;

insert into demand.requests (id, reference, channel, customer_id, ship_to_id, method, language, is_released, wanted_at, created_at)
overriding system value
select id, 1000000 + n, 'bench', id, id, 'ship', 'en', true, placed_at + interval '2 days', placed_at from bench;

insert into demand.lines (id, request_id, variant_id, wanted, released, shipped, delivered) overriding system value
select b.id * 2 - 2 + k.k, b.id, v.id, 1, b.is_open::int, (not b.is_open)::int, (not b.is_open)::int
from bench as b cross join generate_series(1, 2) as k
join catalog.variants as v on v.sku = 'BENCH-' || case k.k when 1 then b.first_sku else b.second_sku end;

insert into payments.payables (id, reference, currency, due_minor, authorized_minor, captured_minor) overriding system value
select id, 1000000 + n, 'EUR', 2000, 2000, 2000 from bench;

insert into orders.orders (
    id, number, channel, external_id, external_name, previous_state, state, customer_id, ship_to_id, bill_to_id, request_id,
    payable_id, method, language, terms, currency, is_tax_included, lines_minor, total_minor, payment_status, fulfillment_status,
    location_ids, due_at, search, placed_at, closed_at, created_at, updated_at)
overriding system value
select id, 1000000 + n, 'bench', 'bench-' || n, '#' || n, case when is_open then 'new' else 'placed' end,
       case when is_open then 'placed' else 'closed' end, id, id, id, id, id, 'ship', 'en', 'prepaid', 'EUR', true, 2000, 2000,
       'paid', case when is_open then 'in_progress' else 'delivered' end, '{1}', placed_at + interval '2 days',
       lower(concat_ws(' ', 1000000 + n, '#' || n, 'bench-' || n, name, 'customer' || id || '@example.com',
                       'bench-' || first_sku, 'bench-' || second_sku)),
       placed_at, case when not is_open then placed_at + interval '2 days' end, placed_at, placed_at + interval '3 days'
from bench;

insert into orders.lines (id, order_id, position, variant_id, sku, title, quantity, unit_price_minor)
overriding system value
select l.id, l.request_id, 2 - l.id % 2, l.variant_id, v.sku, 'A thing', 1, 1000
from demand.lines as l join catalog.variants as v on v.id = l.variant_id
where l.id <= (select max(id) * 2 from bench);

insert into orders.components (demand_line_id, line_id)
select id, id from orders.lines where id <= (select max(id) * 2 from bench);
