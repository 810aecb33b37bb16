-- Keep an address as it was given; returns its id, or null for none.
-- Shape: {name, company, line1, line2, city, region, postal_code, country_code, phone, latitude, longitude}.
-- Called by: orders.place
create or replace function customers.add_address(p_customer_id bigint, p_address jsonb) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into customers.addresses (
        customer_id, name, company, line1, line2, city, region, postal_code, country_code, phone, latitude, longitude)
    select p_customer_id, coalesce(a.name, ''), coalesce(a.company, ''), coalesce(a.line1, ''), coalesce(a.line2, ''),
           coalesce(a.city, ''), coalesce(a.region, ''), coalesce(a.postal_code, ''), a.country_code, coalesce(a.phone, ''),
           a.latitude, a.longitude
    from jsonb_populate_record(null::customers.addresses, p_address) as a
    where p_address is not null and jsonb_typeof(p_address) = 'object'
    returning id
$$;
