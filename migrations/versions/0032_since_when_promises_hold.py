"""Up to where each promise is known to hold, so that only what changed since is asked again."""

from alembic import op

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- horizon: whatever transactions before this one have changed was found well; none where something is broken.
-- is_whole: whether the last answer was about all rows. whole_at, whole_ms: when all of them were found well last, and how long it took.
alter table reports.checks
    add column is_whole boolean not null default true,
    add column horizon xid8,
    add column whole_at timestamptz,
    add column whole_ms int;

-- Which levels have changed since a transaction is told by the primary key: no index more for the hottest of all tables.
alter table inventory.level_history drop constraint level_history_pkey, add primary key (transaction_id, id);

-- With all that row-level security asks of it, so that the table itself is not read.
drop index history.events_placed_idx;
create index events_placed_idx on history.events (subject_id) include (subject, location_id)
where subject = 'order' and type = 'order.placed';

insert into tasks.schedules (name, kind, every) values ('changes', 'reports.check_changes', '5 minutes');
"""
