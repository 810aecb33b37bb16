"""What a customer was promised for when, and whether it was kept; how accurate a location is, is measured daily."""

from alembic import op

revision = "0035"
down_revision = "0034"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- The day a demand line was first promised for: that it arrives or, for a pickup, is ready. Made when all of the line has its
-- place; what comes afterwards changes only what is expected now, so that the promise can be scored.
create table routing.promises (
    id bigint generated always as identity primary key,
    line_id bigint not null references demand.lines constraint promises_one_per_line unique,
    decision_id bigint not null references routing.decisions,
    location_id int not null references inventory.locations,   -- whose part comes last
    promised_on date not null,
    parts jsonb not null,          -- {is_in_time, starts_on, leaves_on, arrives_on, carrier, zone}, as the decision reckoned
    expected_on date,              -- as it stands now; null: some of it waits for stock
    made_at timestamptz not null,
    state text not null default 'open' constraint promises_state_known check (state in ('open', 'kept', 'missed', 'withdrawn')),
    cause text                     -- why it was missed; while it is open, what has gone wrong already
        constraint promises_cause_known check (cause in ('processing', 'transit', 'stock', 'customer')),
    resolved_at timestamptz,
    constraint promises_resolved_once_not_open check ((state = 'open') = (resolved_at is null)),
    constraint promises_missed_for_a_cause check (state <> 'missed' or cause is not null),
    constraint promises_kept_for_none check (state <> 'kept' or cause is null)
);
create index promises_resolved_idx on routing.promises (resolved_at) where resolved_at is not null;

insert into tasks.schedules (name, kind, every) values ('measure accuracies', 'routing.measure_accuracies', '1 day');
"""
