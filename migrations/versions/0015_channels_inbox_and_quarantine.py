"""Channels inbox and quarantine."""

from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema channels;

create table channels.channels (
    id int generated always as identity primary key,
    code text not null constraint channels_code_unique unique constraint channels_code_clean check (code ~ '^[a-z0-9][a-z0-9-]{1,29}$'),
    name text not null constraint channels_name_given check (name <> ''),
    kind text not null constraint channels_kind_known check (kind in ('shopify', 'api', 'phone', 'csv')),
    currency char(3) not null,
    language text not null,
    is_tax_included boolean not null,
    source_location_ids int[],       -- null: every location that ships
    stock_policy text not null default 'backorder' constraint channels_stock_policy_known check (stock_policy in ('backorder', 'refuse')),
    is_active boolean not null default true,
    created_at timestamptz not null default now()
);

-- Shared secrets of webhooks, apart so that reading channels never shows them.
create table channels.secrets (
    channel_id int primary key references channels.channels,
    secret text not null constraint secrets_long_enough check (length(secret) >= 24)
);

-- What a channel calls a SKU of ours by another name; learned when a person repairs an order.
create table channels.sku_aliases (
    channel_id int not null references channels.channels,
    alias text not null constraint sku_aliases_given check (alias <> ''),
    sku text not null references catalog.variants (sku),
    primary key (channel_id, alias)
);

-- An uploaded file of orders.
create table channels.imports (
    id bigint generated always as identity primary key,
    channel_id int not null references channels.channels,
    file_name text not null,
    content bytea not null,
    state text not null default 'uploaded' constraint imports_state_known check (state in ('uploaded', 'running', 'done', 'failed')),
    is_dry_run boolean not null,     -- look first: nothing is placed
    rows_total int not null default 0,
    rows_read int not null default 0,
    orders_read int not null default 0,
    orders_new int not null default 0,
    orders_known int not null default 0,
    orders_quarantined int not null default 0,
    rows_skipped int not null default 0,
    error text not null default '',  -- why the whole file could not be read
    created_by text not null,
    created_at timestamptz not null,
    finished_at timestamptz
);

-- What is wrong with a file's orders, or why they were left out; the error file is made of these.
create table channels.import_problems (
    id bigint generated always as identity primary key,
    import_id bigint not null references channels.imports,
    row_number int not null,         -- the line of the file that the order begins at
    name text not null,
    is_skipped boolean not null,
    reason jsonb not null            -- {"code": "unknown_sku", "pointer": "/lines/0/sku", ...}
);
create index import_problems_import_idx on channels.import_problems (import_id, id);

create table channels.quarantine_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into channels.quarantine_transitions values
    ('new', 'open'), ('open', 'resolved'), ('open', 'discarded'), ('discarded', 'open');

-- An order that could not be placed, with every reason at once; repaired on screen and tried again.
create table channels.quarantine (
    id bigint generated always as identity primary key,
    channel_id int not null references channels.channels,
    external_id text,
    payload jsonb not null,          -- the order in our own form, as repaired so far
    reasons jsonb not null,          -- [{"code": "unknown_sku", "pointer": "/lines/1/sku", "line": 2, "sku": "X"}, ...]
    repaired_by text,                -- who changed the payload; then what arrives again does not undo it
    previous_state text not null default 'new',
    state text not null default 'open',
    order_id bigint references orders.orders,
    import_id bigint references channels.imports,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version int not null default 1,
    constraint quarantine_transition_lawful foreign key (previous_state, state) references channels.quarantine_transitions,
    constraint quarantine_resolved_has_order check ((state = 'resolved') = (order_id is not null))
);
create unique index quarantine_one_per_external_id on channels.quarantine (channel_id, external_id) where state = 'open';
create index quarantine_open_idx on channels.quarantine (id) where state = 'open';

-- What arrived, as it arrived. The same delivery twice is one row.
create table channels.inbox (
    id bigint generated always as identity primary key,
    channel_id int not null references channels.channels,
    delivery_id text not null,
    topic text not null,
    body text not null,
    state text not null default 'received' constraint inbox_state_known check (state in (
        'received',      -- stored, its task is waiting
        'processed',     -- its order, payment or product is ours
        'quarantined',   -- see channels.quarantine
        'ignored',       -- a topic we do not act on
        'failed')),      -- refused; `refusal` says why, and it can be tried again
    refusal text not null default '',  -- a constraint or an OM code
    order_id bigint references orders.orders,           -- what became of it
    quarantine_id bigint references channels.quarantine,
    received_at timestamptz not null,
    processed_at timestamptz,
    constraint inbox_delivery_once unique (channel_id, delivery_id)
);
create index inbox_received_idx on channels.inbox (received_at);
create index inbox_channel_idx on channels.inbox (channel_id, id);
"""
