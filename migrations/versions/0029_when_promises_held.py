"""When each promise was last found to hold."""

from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
alter table reports.checks add column held_at timestamptz;
update reports.checks set held_at = checked_at where broken = 0;
"""
