"""Invoices."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema invoices;

-- Gapless numbers: one row per series, taken last in the transaction that issues.
create table invoices.counters (
    series text primary key,
    last_number int not null default 0
);

create table invoices.invoices (
    id bigint generated always as identity primary key,
    number text not null constraint invoices_number_unique unique,
    series text not null references invoices.counters,
    sequence int not null,
    order_id bigint not null references orders.orders,
    fulfillment_order_id bigint not null constraint invoices_one_per_fulfillment_order unique references fulfillment.orders,
    location_ids int[] not null,
    seller jsonb not null,           -- the shop as it was
    bill_to_id bigint references customers.addresses,
    ship_to_id bigint references customers.addresses,
    customer_id bigint references customers.customers,
    language text not null,
    currency char(3) not null,
    is_tax_included boolean not null,
    net_minor bigint not null,
    tax_minor bigint not null,
    total_minor bigint not null,
    issued_on date not null,
    delivered_on date not null,
    issued_at timestamptz not null,
    constraint invoices_sequence_unique unique (series, sequence),
    constraint invoices_total_adds_up check (total_minor = net_minor + tax_minor)
);
create index invoices_issued_idx on invoices.invoices (issued_at desc, id desc);
create index invoices_order_idx on invoices.invoices (order_id);

create table invoices.lines (
    id bigint generated always as identity primary key,
    invoice_id bigint not null references invoices.invoices,
    position int not null,
    order_line_id bigint references orders.lines,
    charge_id bigint references orders.charges,
    sku text not null default '',
    title text not null,
    quantity int not null,
    unit_price_minor bigint not null,
    discount_minor bigint not null,
    amount_minor bigint not null,    -- quantity x price - discount, as the order states prices
    tax_minor bigint not null,
    constraint lines_invoice_position_unique unique (invoice_id, position)
);
create index lines_order_line_idx on invoices.lines (order_line_id);
create index lines_charge_idx on invoices.lines (charge_id);

create table invoices.taxes (
    id bigint generated always as identity primary key,
    invoice_id bigint not null references invoices.invoices,
    line_id bigint not null references invoices.lines,
    name text not null,
    rate numeric(7,5) not null,
    base_minor bigint not null,      -- net
    amount_minor bigint not null
);
create index taxes_invoice_idx on invoices.taxes (invoice_id);

-- The rendered document, stored once; a second rendering never replaces it.
create table invoices.documents (
    invoice_id bigint primary key references invoices.invoices,
    pdf bytea not null,
    sha256 text not null constraint documents_hash_true check (sha256 = encode(sha256(pdf), 'hex')),
    created_at timestamptz not null
);
"""
