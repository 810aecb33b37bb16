"""Tasks and schedules."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema tasks;

create table tasks.tasks (
    id bigint generated always as identity primary key,
    kind text not null,
    args jsonb not null default '{}',
    dedupe_key text constraint tasks_dedupe_key_unique unique,
    state text not null default 'ready' constraint tasks_state_known check (state in (
        'ready',     -- to be done at run_after
        'running',   -- a worker holds the lease, by tasks.claim
        'done',      -- by tasks.finish
        'dead')),    -- out of attempts, by tasks.fail or tasks.sweep
    attempts int not null default 0,
    max_attempts int not null default 3,
    run_after timestamptz not null,
    lease_until timestamptz,
    last_error text,
    created_at timestamptz not null,
    finished_at timestamptz,
    constraint tasks_lease_while_running check ((state = 'running') = (lease_until is not null)),
    constraint tasks_attempts_within_limit check (attempts between 0 and max_attempts)
);
create index tasks_ready_idx on tasks.tasks (run_after) where state = 'ready';
create index tasks_running_idx on tasks.tasks (lease_until) where state = 'running';
create index tasks_dead_idx on tasks.tasks (id) where state = 'dead';

create table tasks.schedules (
    name text primary key,
    kind text not null,
    every interval not null constraint schedules_every_positive check (every > interval '0'),
    is_active boolean not null default true
);

-- Each tick of a schedule happens once, however many clocks run.
create table tasks.ticks (
    schedule text not null references tasks.schedules,
    ticked_at timestamptz not null,
    constraint ticks_once primary key (schedule, ticked_at)
);

insert into tasks.schedules (name, kind, every) values
    ('backorders', 'fulfillment.backorders', '1 minute'),
    ('tracking', 'fulfillment.tracking', '1 minute'),
    ('pickup expiries', 'pickup.expiries', '5 minutes'),
    ('pickup reminders', 'pickup.reminders', '15 minutes'),
    ('forget API keys', 'api.forget', '1 day'),
    ('forget logins', 'auth.forget', '1 day'),
    ('forget webhooks', 'channels.forget', '1 day'),
    ('forget tasks', 'tasks.forget', '1 day');
"""
