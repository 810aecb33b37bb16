create or replace trigger movements_append_only before update or delete or truncate on inventory.movements
for each statement execute function db._on_append_only();
