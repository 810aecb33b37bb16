create or replace trigger addresses_append_only before update or delete or truncate on customers.addresses
for each statement execute function db._on_append_only();
