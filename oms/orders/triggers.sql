create or replace trigger orders_state before update of state on orders.orders
for each row execute function db._on_state_change();

create or replace trigger orders_derive after update on demand.lines
referencing new table as changed for each statement execute function orders._on_demand_lines();

create or replace trigger orders_derive after update on payments.payables
for each row execute function orders._on_payable();

create or replace trigger attachments_append_only before delete or truncate
or update of id, order_id, name, content_type, content, added_by, added_at on orders.attachments
for each statement execute function db._on_append_only();

create or replace trigger questions_state before update of state on orders.questions
for each row execute function db._on_state_change();

create or replace trigger changes_state before update of state on orders.changes
for each row execute function db._on_state_change();

create or replace trigger versions_append_only before update or delete or truncate on orders.versions
for each statement execute function db._on_append_only();

-- Postgres replaces no constraint trigger: it is made once.
do $$
begin
    if not exists (select from pg_trigger where tgname = 'decisions_rest') then
        create constraint trigger decisions_rest after insert on routing.decisions
        deferrable initially deferred for each row when (new.result -> 'rest' ->> 'do' in ('hold', 'cancel')) execute function orders._on_decision();
    end if;
end
$$;
