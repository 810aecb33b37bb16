-- Trigger after a fulfillment order has shipped or was collected: invoice it. A hand-over can be undone for half a minute, so
-- its invoice waits that long.
create or replace function invoices._on_fulfillment_ended() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform tasks.enqueue('invoices.issue', jsonb_build_object('fulfillment_order_id', new.id),
        'invoices.issue:' || new.id || ':' || new.ended_at,
        db.now() + case new.state when 'collected' then interval '35 seconds' else interval '0' end);
    return null;
end
$$;
