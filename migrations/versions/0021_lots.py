"""Lots, serial numbers and expiry, of SKUs that ask for it."""

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

-- How the units of a SKU are told apart: not at all, by lot, or one by one. Set by catalog.set_tracking.
alter table catalog.variants
    add column tracking text not null default 'none' constraint variants_tracking_known check (tracking in ('none', 'lot', 'serial')),
    add column has_expiry boolean not null default false,
    add constraint variants_expiry_needs_lots check (not has_expiry or tracking = 'lot');
-- What is expected, or under way with a transfer, is known by SKU only.
alter table inventory.levels
    add column is_tracked boolean not null default false,
    add constraint levels_tracked_not_expected check (not is_tracked or incoming = 0);

-- A lot of a SKU; a serial number is a lot of one unit. Recalled is for good.
create table inventory.lots (
    id bigint generated always as identity primary key,
    variant_id bigint not null references catalog.variants,
    code text not null constraint lots_code_clean check (code ~ '^[!-~]{1,48}$'),
    is_serial boolean not null,
    expires_on date,
    created_at timestamptz not null,
    recalled_at timestamptz,
    recall_reason text not null default '',
    constraint lots_code_unique unique (variant_id, code)
);
create index lots_code_idx on inventory.lots (code);
create index lots_expiry_idx on inventory.lots (expires_on) where expires_on is not null;

-- What of a level is of which lot: on hand and unavailable add up to the level's, reserved to what is reserved for good.
create table inventory.lot_levels (
    lot_id bigint not null references inventory.lots,
    variant_id bigint not null references catalog.variants,
    location_id int not null references inventory.locations,
    is_serial boolean not null,
    on_hand int not null default 0,
    reserved int not null default 0,
    unavailable int not null default 0,
    primary key (lot_id, location_id),
    constraint lot_levels_within_on_hand check (least(reserved, unavailable) >= 0 and reserved + unavailable <= on_hand),
    constraint lot_levels_serial_is_one check (not is_serial or on_hand <= 1)
);
create index lot_levels_level_idx on inventory.lot_levels (variant_id, location_id);
create unique index lot_levels_serial_once on inventory.lot_levels (lot_id) where is_serial and on_hand > 0;
create index lot_levels_free_idx on inventory.lot_levels (lot_id) where on_hand > reserved + unavailable;

-- Which lots an allocation holds; of one that has left, which lots the customer got.
create table demand.allocation_lots (
    allocation_id bigint not null references demand.allocations,
    lot_id bigint not null references inventory.lots,
    quantity int not null constraint allocation_lots_quantity_positive check (quantity > 0),
    primary key (allocation_id, lot_id)
);
create index allocation_lots_lot_idx on demand.allocation_lots (lot_id);

insert into tasks.schedules (name, kind, every) values ('withdraw lots', 'inventory.withdraw_lots', '1 minute');
"""
