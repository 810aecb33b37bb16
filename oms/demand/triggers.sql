create or replace trigger allocations_state before update of state on demand.allocations
for each row execute function db._on_state_change();

create or replace trigger kits_are_not_wanted after insert on catalog.kit_components
for each row execute function demand._on_kit_made();

create or replace trigger pegs_state before update of state on demand.pegs
for each row execute function db._on_state_change();

create or replace trigger demand_follows_incoming_lines after update on inventory.incoming_lines
referencing old table as before new table as after for each statement execute function demand._on_incoming_lines();

create or replace trigger demand_hears_of_incoming after insert or update of expected_on on inventory.incoming
for each row execute function demand._on_incoming();

-- A constraint trigger cannot be replaced, so it is made anew.
drop trigger if exists lines_settled on demand.lines;
create constraint trigger lines_settled after update of backordered, unrouted on demand.lines
deferrable initially deferred for each row
when (new.backordered + new.unrouted < old.backordered + old.unrouted)
execute function demand._on_lines_settled();
