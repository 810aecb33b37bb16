"""When each promise was last found to hold, and what makes asking cheap."""

from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
alter table reports.checks add column held_at timestamptz;
update reports.checks set held_at = checked_at where broken = 0;

create index events_placed_idx on history.events (subject_id) where subject = 'order' and type = 'order.placed';
"""
