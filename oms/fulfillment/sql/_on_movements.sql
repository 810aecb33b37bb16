-- Trigger: stock has come in that somebody waits for; they are looked for as soon as this is committed.
create or replace function fulfillment._on_movements() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if exists (select from demand.lines as l where l.variant_id = new.variant_id and l.unrouted + l.backordered > 0) then
        perform tasks.enqueue('fulfillment.backorders', '{}', format('fulfillment.backorders:%s', pg_current_xact_id()));
    end if;
    return null;
end
$$;
