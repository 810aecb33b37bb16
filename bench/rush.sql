select orders.place(jsonb_build_object(
    'channel', 'bench', 'external_id', r.reference, 'currency', 'EUR', 'tax_included', true, 'language', 'en',
    'customer', jsonb_build_object('email', r.reference || '@example.com', 'name', 'Dora Meier'),
    'ship_to', '{"name": "Dora Meier", "line1": "Hauptstr. 1", "postal_code": "10115", "city": "Berlin", "country_code": "DE"}'::jsonb,
    'lines', '[{"sku": "BENCH-1", "title": "A thing", "quantity": 1, "unit_price_minor": 1000}]'::jsonb,
    'payments', jsonb_build_array(jsonb_build_object(
        'kind', 'capture', 'amount_minor', 1000, 'gateway', 'bench', 'reference', r.reference))))
from (select gen_random_uuid()::text as reference) as r;
