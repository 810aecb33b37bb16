create or replace trigger allocations_state before update of state on demand.allocations
for each row execute function db._on_state_change();
