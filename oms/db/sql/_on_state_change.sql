-- Trigger before update: remember the state a row came from, so that the foreign key to the transitions
-- table refuses an unlawful step, whoever writes it.
create or replace function db._on_state_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    if new.state <> old.state then
        new.previous_state := old.state;
    end if;
    return new;
end
$$;
