create or replace trigger invoices_issue after update of state on fulfillment.orders
for each row when (new.state in ('shipped', 'collected') and old.state <> new.state)
execute function invoices._on_fulfillment_ended();

create or replace trigger invoices_append_only before update or delete or truncate on invoices.invoices
for each statement execute function db._on_append_only();

create or replace trigger lines_append_only before update or delete or truncate on invoices.lines
for each statement execute function db._on_append_only();

create or replace trigger taxes_append_only before update or delete or truncate on invoices.taxes
for each statement execute function db._on_append_only();

create or replace trigger documents_append_only before update or delete or truncate on invoices.documents
for each statement execute function db._on_append_only();
