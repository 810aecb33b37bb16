"""Incoming and promises: what is expected, who it is promised to, and what may be sold beyond stock."""

from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- A delivery that is expected at a location.
create table inventory.incoming (
    id bigint generated always as identity primary key,
    reference text not null constraint incoming_reference_given check (reference <> ''),
    supplier text not null default '',
    location_id int not null references inventory.locations,
    expected_on date not null,
    note text not null default '',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint incoming_reference_unique unique (reference, location_id)
);
create index incoming_expected_idx on inventory.incoming (expected_on, id);

-- What it brings. open = quantity - received - closed, never below zero: more may come than was expected.
-- `pegged` is the part of what is open that is promised already. No foreign key points here: the row holds counters.
create table inventory.incoming_lines (
    id bigint generated always as identity primary key,
    incoming_id bigint not null references inventory.incoming,
    variant_id bigint not null references catalog.variants,
    quantity int not null constraint incoming_lines_quantity_positive check (quantity > 0),
    received int not null default 0 constraint incoming_lines_received_not_negative check (received >= 0),
    closed int not null default 0,  -- will not come
    pegged int not null default 0,
    open int generated always as (greatest(quantity - received - closed, 0)) virtual,
    constraint incoming_lines_sku_once unique (incoming_id, variant_id),
    constraint incoming_lines_closed_within_quantity check (closed between 0 and quantity),
    constraint incoming_lines_pegged_within_open check (pegged between 0 and greatest(quantity - received - closed, 0))
);
create index incoming_lines_open_idx on inventory.incoming_lines (variant_id) where quantity > received + closed;

-- A receipt of a delivery that was sent twice is one.
create table inventory.incoming_receipts (
    key text primary key,
    incoming_id bigint not null references inventory.incoming,
    received_at timestamptz not null
);

-- Not to be sent before this day (a preorder).
alter table demand.lines add column not_before date;

create table demand.peg_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into demand.peg_transitions values
    ('new', 'pegged'), ('new', 'arrived'),
    ('pegged', 'arrived'),    -- the delivery was received: the stock is reserved for the line
    ('arrived', 'allocated'), -- and its line has it
    ('pegged', 'released'), ('arrived', 'released');

-- A promise of units that are not here yet: so many of an incoming line for a demand line.
create table demand.pegs (
    id bigint generated always as identity primary key,
    line_id bigint not null references demand.lines,
    incoming_line_id bigint not null,
    variant_id bigint not null references catalog.variants,
    location_id int not null references inventory.locations,
    quantity int not null constraint pegs_quantity_positive check (quantity > 0),
    promised_on date not null,
    first_promised_on date not null,
    previous_state text not null default 'new',
    state text not null default 'pegged',
    created_at timestamptz not null,
    constraint pegs_transition_lawful foreign key (previous_state, state) references demand.peg_transitions
);
create index pegs_line_idx on demand.pegs (line_id) where state in ('pegged', 'arrived');
create index pegs_incoming_line_idx on demand.pegs (incoming_line_id, state);
create index pegs_arrived_idx on demand.pegs (variant_id, location_id) where state = 'arrived';

-- Whether a SKU may be sold beyond its stock; channel '' is every channel that has no terms of its own.
create table demand.backorder_terms (
    variant_id bigint not null references catalog.variants,
    channel text not null default '',
    is_allowed boolean not null,
    most int constraint backorder_terms_most_positive check (most > 0),  -- units that may wait at once; null: any number
    release_on date,  -- a preorder: nothing of it is sent before
    updated_at timestamptz not null,
    primary key (variant_id, channel)
);
"""
