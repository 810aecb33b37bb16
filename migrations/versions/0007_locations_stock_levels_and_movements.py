"""Locations stock levels and movements."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema inventory;

create table inventory.locations (
    id int generated always as identity primary key,
    code text not null constraint locations_code_unique unique constraint locations_code_clean check (code ~ '^[A-Z0-9][A-Z0-9-]{1,19}$'),
    name text not null constraint locations_name_given check (name <> ''),
    kind text not null constraint locations_kind_known check (kind in ('warehouse', 'store', '3pl')),
    time_zone text not null,
    line1 text not null default '',
    postal_code text not null default '',
    city text not null default '',
    country_code char(2) not null,
    phone text not null default '',
    latitude numeric(8,5),
    longitude numeric(8,5),
    priority int not null default 100,  -- lower ships first
    ships boolean not null default true,
    offers_pickup boolean not null default false,
    pickup_days int not null default 7 constraint locations_pickup_days_positive check (pickup_days between 1 and 60),
    hours jsonb not null default '{}',  -- {"mon": ["09:00", "18:00"], ...}; a missing day is closed
    is_active boolean not null default true
);

-- Which staff work where; the scope of store and warehouse people.
create table inventory.location_staff (
    person_id bigint not null references auth.people,
    location_id int not null references inventory.locations,
    primary key (person_id, location_id)
);

-- One row per SKU and location. Always equal to its ledger; changes only through inventory functions.
-- available = on_hand - reserved - safety - unavailable. No foreign key points here: a hot row must stay light.
create table inventory.levels (
    variant_id bigint not null references catalog.variants,
    location_id int not null references inventory.locations,
    on_hand int not null default 0,
    reserved int not null default 0,
    safety int not null default 0 constraint levels_safety_not_negative check (safety >= 0),
    unavailable int not null default 0 constraint levels_unavailable_not_negative check (unavailable >= 0),
    bin text not null default '',
    sequence int not null default 0,  -- of the last movement
    updated_at timestamptz not null default now(),
    primary key (variant_id, location_id),
    constraint levels_reserved_within_on_hand check (0 <= reserved and reserved <= on_hand),
    constraint levels_unavailable_not_reserved check (reserved + unavailable <= on_hand)
) with (fillfactor = 50);
create index levels_location_idx on inventory.levels (location_id, variant_id);

-- The ledger: append-only, one row for each change of on_hand.
create table inventory.movements (
    id bigint generated always as identity primary key,
    variant_id bigint not null references catalog.variants,
    location_id int not null references inventory.locations,
    sequence int not null,           -- 1, 2, 3 ... per SKU and location
    kind text not null constraint movements_kind_known check (kind in (
        'received', 'adjusted', 'shipped', 'collected', 'returned', 'short_picked')),
    quantity int not null constraint movements_quantity_not_zero check (quantity <> 0),
    on_hand_after int not null,
    reason text not null default '',
    note text not null default '',
    cause text,           -- what asked for it: 'demand', 'import' ...
    cause_id bigint,
    actor text not null,
    actor_name text not null default '',
    moved_at timestamptz not null,
    constraint movements_sequence_unique unique (variant_id, location_id, sequence)
);
create index movements_location_idx on inventory.movements (location_id, id);
create index movements_cause_idx on inventory.movements (cause, cause_id);
"""
