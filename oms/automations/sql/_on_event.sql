-- Trigger after an event of an order: where an active rule listens, enqueue the task that asks the rules. An event that a rule
-- brought about carries the run that did it.
create or replace function automations._on_event() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from automations.rules as r where r.is_active and r.event = new.type) then
        perform tasks.enqueue('automations.evaluate', jsonb_build_object(
                'event_id', new.id, 'order_id', o.id, 'cause_id', nullif(current_setting('oms.cause', true), '')::bigint),
            'automations.evaluate:' || new.id)
        from orders.orders as o
        where case new.subject when 'order' then o.id = new.subject_id else o.request_id = new.subject_id end;
    end if;
    return null;
end
$$;
