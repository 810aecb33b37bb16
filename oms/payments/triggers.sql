create or replace trigger events_append_only before update or delete or truncate on payments.events
for each statement execute function db._on_append_only();
