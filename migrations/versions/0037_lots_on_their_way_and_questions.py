"""Lots that go along with transfers, and can be expected; questions to customers about substitutes."""

from alembic import op

revision = "0037"
down_revision = "0036"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
alter table inventory.levels drop constraint levels_tracked_not_expected;

-- Which lots a transfer takes along: `chosen` of them somebody asked for, `quantity` are reserved for it or were sent. The other
-- numbers are those of its line for the SKU, by lot, and add up to them.
create table inventory.transfer_lots (
    transfer_id bigint not null references inventory.transfers,
    lot_id bigint not null references inventory.lots,
    variant_id bigint not null references catalog.variants,
    chosen int not null default 0,
    quantity int not null default 0,
    sent int not null default 0,
    received int not null default 0,
    damaged int not null default 0,
    lost int not null default 0,
    surplus int not null default 0,
    under_way int generated always as (sent - received - damaged - lost) virtual,
    primary key (transfer_id, lot_id),
    foreign key (transfer_id, variant_id) references inventory.transfer_lines on delete cascade,
    constraint transfer_lots_sent_whole check (sent in (0, quantity)),
    constraint transfer_lots_not_negative check (least(chosen, quantity, received, damaged, lost, surplus) >= 0),
    constraint transfer_lots_accounted_for check (received + damaged + lost <= sent)
);
create index transfer_lots_lot_idx on inventory.transfer_lots (lot_id);
create index transfer_lots_variant_idx on inventory.transfer_lots (variant_id);

-- Which lots a receipt is of. Append-only.
create table inventory.transfer_receipt_lots (
    receipt_id bigint not null references inventory.transfer_receipts,
    lot_id bigint not null references inventory.lots,
    quantity int not null constraint transfer_receipt_lots_quantity_not_zero check (quantity <> 0),
    primary key (receipt_id, lot_id)
);
create index transfer_receipt_lots_lot_idx on inventory.transfer_receipt_lots (lot_id);

-- What a customer is asked: whether so many of something else will do instead of what waits, at this price. Their page answers.
create table orders.question_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into orders.question_transitions values
    ('new', 'asked'), ('asked', 'accepted'), ('asked', 'declined'),
    ('asked', 'withdrawn');  -- something else was asked about the same line

create table orders.questions (
    id bigint generated always as identity primary key,
    order_id bigint not null references orders.orders,
    line_id bigint not null references orders.lines,
    substitute_id bigint not null references catalog.variants,
    title text not null,  -- of it, as the customer reads it
    quantity int not null constraint questions_quantity_positive check (quantity > 0),
    unit_price_minor bigint not null,
    difference_minor bigint not null,  -- by how much the goods cost more, or less
    previous_state text not null default 'new',
    state text not null default 'asked',
    asked_by text not null default '',
    asked_at timestamptz not null,
    answered_at timestamptz,
    constraint questions_transition_lawful foreign key (previous_state, state) references orders.question_transitions
);
create index questions_order_idx on orders.questions (order_id);
create unique index questions_one_about_a_line on orders.questions (line_id) where state = 'asked';
"""
