\set first random(1, :skus)
\set second 1 + (:first + random(1, :skus - 1) - 1) % :skus
select orders.place(jsonb_build_object(
    'channel', 'bench', 'external_id', r.reference, 'currency', 'EUR', 'tax_included', true, 'language', 'en',
    'customer', '{"email": "dora@example.com", "name": "Dora Meier"}'::jsonb,
    'ship_to', '{"name": "Dora Meier", "line1": "Hauptstr. 1", "postal_code": "10115", "city": "Berlin", "country_code": "DE"}'::jsonb,
    'lines', jsonb_build_array(
        jsonb_build_object('sku', 'BENCH-' || :first, 'title', 'A thing', 'quantity', 1, 'unit_price_minor', 1000),
        jsonb_build_object('sku', 'BENCH-' || :second, 'title', 'A thing', 'quantity', 1, 'unit_price_minor', 1000)),
    'payments', jsonb_build_array(jsonb_build_object(
        'kind', 'capture', 'amount_minor', 2000, 'gateway', 'bench', 'reference', r.reference))))
from (select gen_random_uuid()::text as reference) as r;
