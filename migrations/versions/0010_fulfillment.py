"""Fulfillment."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema fulfillment;

create table fulfillment.order_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into fulfillment.order_transitions values
    ('new', 'planned'), ('planned', 'released'), ('planned', 'canceled'),
    ('released', 'accepted'), ('released', 'rejected'), ('released', 'canceled'), ('released', 'planned'),
    ('accepted', 'released'), ('accepted', 'picking'), ('accepted', 'rejected'), ('accepted', 'canceled'),
    ('picking', 'accepted'), ('picking', 'picked'), ('picking', 'rejected'), ('picking', 'canceled'),
    ('picked', 'picking'), ('picked', 'packed'), ('picked', 'canceled'),
    ('packed', 'picked'), ('packed', 'shipped'), ('packed', 'ready_for_pickup'), ('packed', 'canceled'),
    ('shipped', 'delivered'),
    ('ready_for_pickup', 'packed'), ('ready_for_pickup', 'collected'), ('ready_for_pickup', 'returned_to_stock'),
    ('ready_for_pickup', 'canceled'), ('collected', 'ready_for_pickup');

-- The work for one location: the unit of accepting, picking, packing, shipping or handing over.
create table fulfillment.orders (
    id bigint generated always as identity primary key,
    request_id bigint not null references demand.requests,
    location_id int not null references inventory.locations,
    number text not null constraint orders_fulfillment_number_unique unique,  -- such as '1042-1'
    method text not null constraint orders_method_known check (method in ('ship', 'pickup')),
    previous_state text not null default 'new',
    state text not null default 'planned',
    created_at timestamptz not null,
    released_at timestamptz,
    accepted_at timestamptz,
    picked_at timestamptz,
    packed_at timestamptz,
    ended_at timestamptz,     -- shipped, collected, returned to stock, rejected or canceled
    due_at timestamptz,       -- when it should have left, or be ready
    picker text not null default '',
    updated_at timestamptz not null,
    constraint orders_fulfillment_transition_lawful foreign key (previous_state, state) references fulfillment.order_transitions
);
create index orders_request_idx on fulfillment.orders (request_id);
create index orders_open_idx on fulfillment.orders (location_id, state, due_at)
    where state in ('planned', 'released', 'accepted', 'picking', 'picked', 'packed', 'ready_for_pickup');

create table fulfillment.lines (
    id bigint generated always as identity primary key,
    order_id bigint not null references fulfillment.orders,
    demand_line_id bigint not null references demand.lines,
    allocation_id bigint not null references demand.allocations,
    variant_id bigint not null references catalog.variants,
    quantity int not null constraint lines_quantity_positive check (quantity > 0),
    picked int not null default 0,
    short int not null default 0,
    constraint lines_picked_within_quantity check (picked >= 0 and short >= 0 and picked + short <= quantity)
);
create index lines_order_idx on fulfillment.lines (order_id);
create index lines_demand_line_idx on fulfillment.lines (demand_line_id);
create index lines_allocation_idx on fulfillment.lines (allocation_id);

create table fulfillment.package_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into fulfillment.package_transitions values
    ('new', 'draft'), ('draft', 'label_purchased'), ('draft', 'handed_over'), ('label_purchased', 'handed_over'),
    ('label_purchased', 'voided'), ('draft', 'voided');

create table fulfillment.packages (
    id bigint generated always as identity primary key,
    order_id bigint not null references fulfillment.orders,
    previous_state text not null default 'new',
    state text not null default 'draft',
    weight_grams int not null default 0 constraint packages_weight_not_negative check (weight_grams >= 0),
    carrier text not null default '',
    service text not null default '',
    tracking_number text not null default '',
    tracking_url text not null default '',
    tracking_status text not null default 'pre_transit' constraint packages_tracking_status_known check (tracking_status in (
        'pre_transit', 'in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered', 'exception', 'failure',
        'return_to_sender', 'lost', 'unknown')),
    label bytea,              -- PDF, as the carrier gave it
    expected_on date,
    created_at timestamptz not null,
    handed_over_at timestamptz,
    delivered_at timestamptz,
    constraint packages_transition_lawful foreign key (previous_state, state) references fulfillment.package_transitions,
    constraint packages_label_has_tracking check (state not in ('label_purchased', 'handed_over') or tracking_number <> '')
);
create index packages_order_idx on fulfillment.packages (order_id);
create index packages_tracking_number_idx on fulfillment.packages (tracking_number) where tracking_number <> '';

-- A fact from the carrier; the same fact twice is one.
create table fulfillment.tracking_events (
    id bigint generated always as identity primary key,
    package_id bigint not null references fulfillment.packages,
    status text not null constraint tracking_events_status_known check (status in (
        'pre_transit', 'in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered', 'exception', 'failure',
        'return_to_sender', 'lost', 'unknown')),
    description text not null default '',
    place text not null default '',
    occurred_at timestamptz not null,
    received_at timestamptz not null,
    constraint tracking_events_once unique (package_id, status, occurred_at)
);
"""
