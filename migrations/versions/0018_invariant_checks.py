"""Invariant checks."""

from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema reports;

-- How each consistency query answered last; the name is that of its file in oms/db/consistency.
create table reports.checks (
    name text primary key,
    checked_at timestamptz not null,
    duration_ms int not null,
    broken int not null constraint checks_broken_not_negative check (broken >= 0),
    examples jsonb not null default '[]'
);

insert into tasks.schedules (name, kind, every) values ('invariants', 'reports.check', '1 day');
"""
