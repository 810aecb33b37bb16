create or replace trigger quarantine_state before update of state on channels.quarantine
for each row execute function db._on_state_change();
