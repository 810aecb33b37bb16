"""Receipts."""

from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- Deliveries that a form has taken in, by the form's own key: sent twice, it is one delivery.
create table inventory.receipts (
    key text primary key,
    variant_id bigint not null references catalog.variants,
    location_id int not null references inventory.locations,
    quantity int not null,
    on_hand_after int,
    received_at timestamptz not null
);
"""
