"""Level history: what every stock level was at every moment; soft reservations and what is on its way are counted too."""

from alembic import op

revision = "0020"
down_revision = "0019"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- held: the part of reserved that is promised for a while only (inventory.holds). incoming: on its way, not here yet.
alter table inventory.levels
    add column held int not null default 0,
    add column incoming int not null default 0,
    add column available int generated always as (on_hand - reserved - safety - unavailable) virtual,
    add constraint levels_soft_within_reserved check (0 <= held and held <= reserved),
    add constraint levels_incoming_not_negative check (incoming >= 0);

-- A level as it stood from `since` on, until the next row. Written by a trigger, for every change of a quantity.
create table inventory.level_history (
    id bigint generated always as identity primary key,
    variant_id bigint not null,
    location_id int not null,
    on_hand int not null,
    reserved int not null,
    held int not null,
    safety int not null,
    unavailable int not null,
    incoming int not null,
    since timestamptz not null,
    transaction_id xid8 not null default pg_current_xact_id()
);
create index level_history_level_idx on inventory.level_history (variant_id, location_id, since, id);
"""
