-- Trigger: stock that was promised has arrived; its request goes on as soon as this is committed.
create or replace function fulfillment._on_pegs() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    perform tasks.enqueue('fulfillment.retry', jsonb_build_object('request_id', l.request_id), format('fulfillment.retry:peg:%s', new.id))
    from demand.lines as l where l.id = new.line_id;
    return null;
end
$$;
