"""Fulfillment orders by their latest change."""

from alembic import op

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- Other software reads what changed since it asked last.
create index orders_changed_idx on fulfillment.orders (updated_at, id);
"""
