"""Demand."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema demand;

-- What one order (or later a transfer) wants delivered: where to, how, for whom. Lower domains work from it, not from the order.
create table demand.requests (
    id bigint generated always as identity primary key,
    reference text not null,                 -- what people call it, such as '1042'
    channel text not null default '',
    customer_id bigint references customers.customers,
    ship_to_id bigint references customers.addresses,
    method text not null constraint requests_method_known check (method in ('ship', 'pickup')),
    location_id int references inventory.locations,  -- where it is picked up
    service text not null default '',
    language text not null,
    source_location_ids int[],               -- the locations that may serve it; null: every one that ships
    is_released boolean not null default false,      -- whether locations may work on it
    is_canceled boolean not null default false,
    wanted_at timestamptz not null,
    created_at timestamptz not null,
    constraint requests_pickup_has_location check ((method = 'pickup') = (location_id is not null)),
    constraint requests_shipping_has_address check (method <> 'ship' or ship_to_id is not null)
);

-- A quantity of a SKU wanted, and how far it has come. Quantities are conserved.
create table demand.lines (
    id bigint generated always as identity primary key,
    request_id bigint not null references demand.requests,
    variant_id bigint not null references catalog.variants,
    wanted int not null constraint lines_wanted_positive check (wanted > 0),
    canceled int not null default 0,
    unrouted int not null default 0,
    backordered int not null default 0,
    allocated int not null default 0,
    released int not null default 0,
    shipped int not null default 0,
    delivered int not null default 0,
    constraint lines_quantities_not_negative check (
        least(canceled, unrouted, backordered, allocated, released, shipped, delivered) >= 0),
    constraint lines_quantities_conserved check (
        wanted = canceled + unrouted + backordered + allocated + released + shipped),
    constraint lines_delivered_within_shipped check (delivered <= shipped)
);
create index lines_request_idx on demand.lines (request_id);
create index lines_waiting_idx on demand.lines (variant_id) where unrouted + backordered > 0;

create table demand.allocation_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into demand.allocation_transitions values
    ('new', 'allocated'), ('new', 'released'), ('allocated', 'released'), ('released', 'consumed'), ('released', 'allocated'),
    ('allocated', 'deallocated'), ('released', 'deallocated'), ('consumed', 'released');

-- A hard reservation for a demand line at a location.
create table demand.allocations (
    id bigint generated always as identity primary key,
    line_id bigint not null references demand.lines,
    variant_id bigint not null references catalog.variants,
    location_id int not null references inventory.locations,
    quantity int not null constraint allocations_quantity_positive check (quantity > 0),
    previous_state text not null default 'new',
    state text not null default 'allocated',
    created_at timestamptz not null,
    constraint allocations_transition_lawful foreign key (previous_state, state) references demand.allocation_transitions
);
create index allocations_line_idx on demand.allocations (line_id);
create index allocations_level_idx on demand.allocations (variant_id, location_id) where state in ('allocated', 'released');
"""
