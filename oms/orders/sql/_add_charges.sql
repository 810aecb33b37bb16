-- Add an order's charges (shipping, fees, adjustments) with their taxes. Raises: charges_*. Called by: orders.place
create or replace function orders._add_charges(p_order_id bigint, p_given jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_charge jsonb;
    v_id bigint;
begin
    for v_charge in select c.value from jsonb_array_elements(coalesce(p_given -> 'charges', '[]')) as c loop
        insert into orders.charges (order_id, kind, title, amount_minor, tax_minor)
        select p_order_id, coalesce(v_charge ->> 'kind', 'shipping'), coalesce(v_charge ->> 'title', ''),
               (v_charge ->> 'amount_minor')::bigint, coalesce(sum((t.value ->> 'amount_minor')::bigint), 0)
        from jsonb_array_elements(coalesce(v_charge -> 'taxes', '[]')) as t
        returning id into v_id;
        insert into orders.taxes (order_id, charge_id, name, rate, amount_minor)
        select p_order_id, v_id, t.value ->> 'name', (t.value ->> 'rate')::numeric, (t.value ->> 'amount_minor')::bigint
        from jsonb_array_elements(coalesce(v_charge -> 'taxes', '[]')) as t;
    end loop;
end
$$;
