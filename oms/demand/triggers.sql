create or replace trigger allocations_state before update of state on demand.allocations
for each row execute function db._on_state_change();

create or replace trigger kits_are_not_wanted after insert on catalog.kit_components
for each row execute function demand._on_kit_made();
