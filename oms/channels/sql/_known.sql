-- What is told of an order that we have, found by its id on the channel or by ours; null when we have none.
-- Called by: channels.place, check, _settle
create or replace function channels._known(p_channel text, p_external_id text, p_order_id bigint default null) returns jsonb
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object('outcome', 'known', 'order_id', o.id, 'number', o.number, 'uid', o.uid, 'reasons', '[]'::jsonb)
    from (
        select n.* from orders.orders as n where n.id = p_order_id
        union all
        select n.* from orders.orders as n
        where p_order_id is null and n.channel = p_channel and n.external_id = nullif(trim(p_external_id), '')
    ) as o
$$;
