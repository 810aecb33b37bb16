"""Event log."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema history;

-- Append-only: what happened, to what, by whom, in which transaction. Timelines, live updates and the audit trail read it.
create table history.events (
    id bigint generated always as identity primary key,
    transaction_id xid8 not null default pg_current_xact_id(),
    recorded_at timestamptz not null default clock_timestamp(),
    occurred_at timestamptz not null,
    subject text not null,
    subject_id bigint not null,
    type text not null,
    data jsonb not null default '{}',
    actor text not null,
    actor_name text not null default '',
    location_id int
);
create index events_subject_idx on history.events (subject, subject_id, id);
create index events_transaction_idx on history.events (transaction_id, id);
"""
