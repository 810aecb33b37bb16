create or replace trigger events_automate after insert on history.events
for each row when (new.subject in ('order', 'demand')) execute function automations._on_event();

create or replace trigger versions_append_only before update or delete or truncate on automations.versions
for each statement execute function db._on_append_only();

create or replace trigger runs_append_only before update or delete or truncate on automations.runs
for each statement execute function db._on_append_only();
