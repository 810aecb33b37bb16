create or replace trigger simulations_state before update of state on routing.simulations
for each row execute function db._on_state_change();

create or replace trigger shadow_decisions_append_only before update or delete or truncate on routing.shadow_decisions
for each statement execute function db._on_append_only();

-- Postgres replaces no constraint trigger: it is made once.
do $$
begin
    if not exists (select from pg_trigger where tgname = 'allocations_free_capacity') then
        create constraint trigger allocations_free_capacity after update of state on demand.allocations
        deferrable initially deferred for each row when (new.state = 'deallocated') execute function routing._on_deallocated();
    end if;
end
$$;

create or replace trigger profile_versions_state before update of state on routing.profile_versions
for each row execute function db._on_state_change();

create or replace trigger profile_versions_immutable before update or delete on routing.profile_versions
for each row execute function routing._on_version_changed();

create or replace trigger lines_withdraw_promises after update of canceled on demand.lines
for each row when (new.canceled > old.canceled and new.canceled + new.delivered = new.wanted) execute function routing._on_canceled();
