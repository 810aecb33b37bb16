-- What orders.fields of an order must contain for a field to have a value; null, which nothing contains, where there is no such
-- value. Called by: the list of orders, the API
create or replace function orders.field_match(p_key text, p_value text) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(f.key, orders._field_value(f, to_jsonb(p_value)))
    from orders.fields as f where f.key = p_key and orders._field_value(f, to_jsonb(p_value)) is not null
$$;
