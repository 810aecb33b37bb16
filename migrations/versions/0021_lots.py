"""Lots."""

from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- Levels that are older than their history begin it as they stand.
insert into inventory.level_history (variant_id, location_id, on_hand, reserved, held, safety, unavailable, incoming, since)
select l.variant_id, l.location_id, l.on_hand, l.reserved, l.held, l.safety, l.unavailable, l.incoming, l.updated_at
from inventory.levels as l
where not exists (
    select from inventory.level_history as h where h.variant_id = l.variant_id and h.location_id = l.location_id);
"""
