"""Transfers and counts."""

from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- Transfers: goods on their way from one location to another. Ready reserves them at the source, sending takes them off
-- it, and what becomes of each unit that was sent is written down once.
create table inventory.transfer_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into inventory.transfer_transitions values
    ('new', 'draft'), ('draft', 'ready'), ('ready', 'draft'), ('draft', 'canceled'), ('ready', 'canceled'),
    ('ready', 'in_transit'), ('in_transit', 'ready'),
    ('in_transit', 'partially_received'), ('in_transit', 'received'), ('partially_received', 'received'),
    ('partially_received', 'in_transit'), ('received', 'partially_received'), ('received', 'in_transit');

create table inventory.transfers (
    id bigint generated always as identity primary key,
    number text generated always as ('T-' || id) stored,
    source_id int not null references inventory.locations,
    destination_id int not null references inventory.locations,
    previous_state text not null default 'new',
    state text not null default 'draft',
    note text not null default '',
    version int not null default 1,  -- counts up with each change of what is to be sent, and with each step
    created_by text not null default '',
    created_at timestamptz not null,
    sent_at timestamptz,
    received_at timestamptz,
    updated_at timestamptz not null,
    constraint transfers_between_two_places check (source_id <> destination_id),
    constraint transfers_transition_lawful foreign key (previous_state, state) references inventory.transfer_transitions
);
create index transfers_source_idx on inventory.transfers (source_id, id);
create index transfers_destination_idx on inventory.transfers (destination_id, id);

-- under_way = sent - received - damaged - lost. What came although nobody had sent it is surplus.
create table inventory.transfer_lines (
    transfer_id bigint not null references inventory.transfers,
    variant_id bigint not null references catalog.variants,
    quantity int not null constraint transfer_lines_quantity_positive check (quantity > 0),
    sent int not null default 0,
    received int not null default 0,
    damaged int not null default 0,
    lost int not null default 0,
    surplus int not null default 0,
    under_way int generated always as (sent - received - damaged - lost) virtual,
    primary key (transfer_id, variant_id),
    constraint transfer_lines_sent_whole check (sent in (0, quantity)),
    constraint transfer_lines_not_negative check (least(received, damaged, lost, surplus) >= 0),
    constraint transfer_lines_accounted_for check (received + damaged + lost <= sent)
);
create index transfer_lines_variant_idx on inventory.transfer_lines (variant_id);

-- What became of units that were sent, each time somebody says so. Append-only: a mistake is undone by a row of its own.
create table inventory.transfer_receipts (
    id bigint generated always as identity primary key,
    transfer_id bigint not null references inventory.transfers,
    variant_id bigint not null references catalog.variants,
    outcome text not null constraint transfer_receipts_outcome_known check (outcome in ('received', 'damaged', 'lost', 'surplus')),
    quantity int not null constraint transfer_receipts_quantity_not_zero check (quantity <> 0),
    note text not null default '',
    key text constraint transfer_receipts_key_unique unique,  -- of a form: sent twice, it is one receipt
    undoes_id bigint references inventory.transfer_receipts constraint transfer_receipts_undone_once unique,
    actor text not null,
    actor_name text not null default '',
    received_at timestamptz not null,
    constraint transfer_receipts_undoing_takes_back check ((quantity < 0) = (undoes_id is not null))
);
create index transfer_receipts_transfer_idx on inventory.transfer_receipts (transfer_id, id);

-- Counts: what people find on the shelves, while stock goes on moving. Each line keeps how many its ledger had when it was
-- counted, so that posting corrects by the difference of that moment.
create table inventory.count_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into inventory.count_transitions values
    ('new', 'open'), ('open', 'review'), ('review', 'open'), ('review', 'approved'), ('approved', 'open'),
    ('review', 'posted'), ('approved', 'posted'), ('open', 'canceled'), ('review', 'canceled'), ('approved', 'canceled');

create table inventory.counts (
    id bigint generated always as identity primary key,
    number text generated always as ('C-' || id) stored,
    location_id int not null references inventory.locations,
    scope text not null constraint counts_scope_known check (scope in ('full', 'skus', 'bins', 'oldest', 'busiest')),
    previous_state text not null default 'new',
    state text not null default 'open',
    note text not null default '',
    version int not null default 1,  -- counts up with each step
    created_by text not null default '',
    created_at timestamptz not null,
    approved_by text not null default '',
    ended_at timestamptz,
    updated_at timestamptz not null,
    constraint counts_transition_lawful foreign key (previous_state, state) references inventory.count_transitions
);
create index counts_location_idx on inventory.counts (location_id, id);

create table inventory.count_lines (
    count_id bigint not null references inventory.counts,
    variant_id bigint not null references catalog.variants,
    counted int constraint count_lines_counted_not_negative check (counted >= 0),  -- null: nobody has counted it yet
    on_hand int not null default 0,   -- of the ledger, at `sequence`
    sequence int not null default 0,  -- of the level's last movement when it was last counted
    variance int generated always as (counted - on_hand) virtual,
    was_disturbed boolean not null default false,  -- stock moved between its first piece and its last
    counted_by text not null default '',
    counted_at timestamptz,
    primary key (count_id, variant_id)
);
create index count_lines_variant_idx on inventory.count_lines (variant_id);

-- Who counted what when. Append-only.
create table inventory.count_tallies (
    id bigint generated always as identity primary key,
    count_id bigint not null references inventory.counts,
    variant_id bigint not null references catalog.variants,
    quantity int not null,   -- by how much the total changed
    counted_after int,       -- null: it is to be counted again
    on_hand int not null,
    sequence int not null,
    actor text not null,
    actor_name text not null default '',
    counted_at timestamptz not null
);
create index count_tallies_count_idx on inventory.count_tallies (count_id, id);

-- Differences of more than this, up and down together, are approved before they are posted. In the shop's currency.
alter table inventory.locations
    add column count_limit_units int not null default 10
        constraint locations_count_limit_units_not_negative check (count_limit_units >= 0),
    add column count_limit_minor bigint not null default 20000
        constraint locations_count_limit_minor_not_negative check (count_limit_minor >= 0);

alter table inventory.movements drop constraint movements_kind_known;
alter table inventory.movements add constraint movements_kind_known check (kind in (
    'received', 'adjusted', 'shipped', 'collected', 'returned', 'short_picked', 'transfer_out', 'transfer_in'));
"""
