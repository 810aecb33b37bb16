-- Of what kind a fact about an order is: text, number, money, date, boolean or list; null where there is no such fact. What the
-- shop writes in its own fields is a fact called field.<key>. Called by: automations._check_condition
create or replace function automations._kind(p_fact text) returns text
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select case
        when p_fact in ('channel', 'country', 'currency', 'method', 'payment_status') then 'text'
        when p_fact in ('units', 'customer_orders', 'age_hours') then 'number'
        when p_fact = 'total' then 'money'
        when p_fact in ('is_backordered', 'is_on_hold') then 'boolean'
        when p_fact in ('tag', 'sku', 'category') then 'list'
        when p_fact like 'field.%' then (
            select case when f.kind in ('choice', 'link') then 'text' else f.kind end
            from orders.fields as f where f.key = substr(p_fact, 7) and not f.is_archived)
    end
$$;
