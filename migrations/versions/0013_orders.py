"""Orders."""

from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema orders;
create sequence orders.numbers start 1001;

create table orders.order_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into orders.order_transitions values
    ('new', 'placed'), ('placed', 'closed'), ('placed', 'canceled'), ('closed', 'placed');

create table orders.orders (
    id bigint generated always as identity primary key,
    uid uuid not null default uuidv7() constraint orders_uid_unique unique,
    number text not null constraint orders_number_unique unique,
    channel text not null,
    external_id text,
    external_name text not null default '',
    previous_state text not null default 'new',
    state text not null default 'placed',
    customer_id bigint references customers.customers,
    ship_to_id bigint references customers.addresses,
    bill_to_id bigint references customers.addresses,
    request_id bigint constraint orders_request_unique unique references demand.requests deferrable initially deferred,
    payable_id bigint constraint orders_payable_unique unique references payments.payables deferrable initially deferred,
    method text not null constraint orders_method_known check (method in ('ship', 'pickup')),
    pickup_location_id int references inventory.locations,
    delivery_title text not null default '',
    language text not null,
    terms text not null constraint orders_terms_known check (terms in (
        'prepaid',     -- released when authorized or paid
        'on_pickup',   -- paid at the counter, released at once
        'invoice')),   -- paid later, released at once
    currency char(3) not null,
    is_tax_included boolean not null,
    lines_minor bigint not null,      -- sum of quantity x unit price
    discount_minor bigint not null default 0,
    charges_minor bigint not null default 0,   -- shipping, fees, adjustments
    tax_minor bigint not null default 0,
    total_minor bigint not null,
    payment_status text not null default 'none' constraint orders_payment_status_known check (payment_status in (
        'none', 'authorized', 'partially_paid', 'paid', 'overpaid', 'partially_refunded', 'refunded', 'voided')),
    fulfillment_status text not null default 'unfulfilled' constraint orders_fulfillment_status_known check (fulfillment_status in (
        'unfulfilled', 'in_progress', 'partially_fulfilled', 'fulfilled', 'delivered', 'canceled')),
    is_on_hold boolean not null default false,
    is_backordered boolean not null default false,
    location_ids int[] not null default '{}',  -- where work on it is or was: the scope of store staff
    due_at timestamptz,
    note text not null default '',
    tags text[] not null default '{}',
    search text not null default '',  -- number, external name, customer, SKUs: what people type
    placed_at timestamptz not null,
    closed_at timestamptz,
    canceled_at timestamptz,
    cancel_reason text not null default '',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version int not null default 1,
    constraint orders_once_per_channel unique (channel, external_id),
    constraint orders_transition_lawful foreign key (previous_state, state) references orders.order_transitions,
    constraint orders_total_adds_up check (
        total_minor = lines_minor - discount_minor + charges_minor + case when is_tax_included then 0 else tax_minor end),
    constraint orders_total_not_negative check (total_minor >= 0 and discount_minor >= 0 and lines_minor >= 0 and tax_minor >= 0)
) with (fillfactor = 80);
create index orders_placed_idx on orders.orders (placed_at desc, id desc);
create index orders_updated_idx on orders.orders (updated_at, id);
create index orders_open_idx on orders.orders (placed_at desc, id desc) where state = 'placed';
create index orders_payment_idx on orders.orders (payment_status, placed_at desc, id desc);
create index orders_fulfillment_idx on orders.orders (fulfillment_status, placed_at desc, id desc);
create index orders_channel_idx on orders.orders (channel, placed_at desc, id desc);
create index orders_external_name_idx on orders.orders (channel, external_name) where external_name <> '';
create index orders_customer_idx on orders.orders (customer_id);
create index orders_location_ids_idx on orders.orders using gin (location_ids);
create index orders_search_idx on orders.orders using gin (search public.gin_trgm_ops);
create index orders_attention_idx on orders.orders (placed_at desc, id desc) where is_on_hold or is_backordered;

-- The commercial side of a line: the snapshot of what was promised at what price.
create table orders.lines (
    id bigint generated always as identity primary key,
    order_id bigint not null references orders.orders,
    position int not null,
    demand_line_id bigint constraint lines_demand_line_unique unique references demand.lines,  -- null: nothing to deliver
    variant_id bigint references catalog.variants,
    external_id text not null default '',
    sku text not null default '',
    title text not null,
    quantity int not null constraint lines_order_quantity_positive check (quantity > 0),
    unit_price_minor bigint not null constraint lines_unit_price_not_negative check (unit_price_minor >= 0),
    discount_minor bigint not null default 0,
    tax_minor bigint not null default 0,
    constraint lines_position_unique unique (order_id, position),
    constraint lines_discount_within_price check (discount_minor between 0 and quantity * unit_price_minor),
    constraint lines_tax_not_negative check (tax_minor >= 0)
);

create table orders.charges (
    id bigint generated always as identity primary key,
    order_id bigint not null references orders.orders,
    kind text not null constraint charges_kind_known check (kind in ('shipping', 'fee', 'adjustment')),
    title text not null,
    amount_minor bigint not null,   -- after discount; only an adjustment may be negative
    tax_minor bigint not null default 0,
    constraint charges_amount_not_negative check (kind = 'adjustment' or amount_minor >= 0)
);
create index charges_order_idx on orders.charges (order_id);

-- Each tax on a line or a charge; their sums equal tax_minor there.
create table orders.taxes (
    id bigint generated always as identity primary key,
    order_id bigint not null references orders.orders,
    line_id bigint references orders.lines,
    charge_id bigint references orders.charges,
    name text not null,
    rate numeric(7,5) not null,
    amount_minor bigint not null,
    constraint taxes_on_line_or_charge check ((line_id is null) <> (charge_id is null))
);
create index taxes_order_idx on orders.taxes (order_id);

-- A reason that blocks release, and nothing else.
create table orders.holds (
    id bigint generated always as identity primary key,
    order_id bigint not null references orders.orders,
    reason text not null constraint holds_reason_known check (reason in (
        'fraud', 'payment', 'address', 'stock', 'customer_request', 'manual')),
    note text not null default '',
    placed_by text not null,
    placed_at timestamptz not null,
    released_by text,
    released_at timestamptz
);
create unique index holds_one_open_per_reason on orders.holds (order_id, reason) where released_at is null;
"""
