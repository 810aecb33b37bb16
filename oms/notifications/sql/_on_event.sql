-- Trigger after an event that its customer should hear of: queue a mail and the task that sends it. Without an address there
-- is none. That something is ready can be taken back for some seconds, so its mail waits that long. One mail for each parcel that is out for delivery or delivered, however often the carrier says so; and orders that
-- come in long after they were placed, from a file of the past, are not confirmed.
create or replace function notifications._on_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_id bigint;
begin
    if db.is_past() then
        return null;
    end if;
    insert into notifications.messages (order_id, kind, dedupe_key, data, recipient, language, created_at)
    select o.id, new.type, new.type || ':' || coalesce('package-' || (new.data ->> 'package_id'), new.id::text),
           new.data, c.email, o.language, db.now()
    from orders.orders as o join customers.customers as c on c.id = o.customer_id
    where o.id = case new.subject when 'order' then new.subject_id
                 else (select d.id from orders.orders as d where d.request_id = new.subject_id) end
        and c.email <> ''
        and not (new.type = 'order.placed' and o.placed_at < db.now() - interval '2 days')
    on conflict (dedupe_key) do nothing
    returning id into v_id;
    if v_id is not null then
        perform tasks.enqueue('notifications.send', jsonb_build_object('message_id', v_id), 'notifications.send:' || v_id,
            db.now() + case new.type when 'pickup.ready' then interval '20 seconds' else interval '0' end);
    end if;
    return null;
end
$$;
