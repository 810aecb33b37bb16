"""Order changes."""

from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
insert into orders.order_transitions values ('canceled', 'placed');  -- reopened

create table orders.change_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into orders.change_transitions values
    ('new', 'draft'), ('draft', 'confirmed'), ('draft', 'discarded'), ('draft', 'expired');

-- A change of a placed order that somebody has worked out and the customer thinks about. What it adds is held for it.
create table orders.changes (
    id bigint generated always as identity primary key,
    order_id bigint not null references orders.orders,
    previous_state text not null default 'new',
    state text not null default 'draft',
    version int not null,            -- of the order it was worked out on
    wanted jsonb not null,           -- {add, cancel, ship_to, delivery}: see orders._wanted
    hold_key text not null,          -- of inventory.holds: what it adds
    money_before jsonb not null,     -- see orders._money
    money_after jsonb not null,
    reason text not null default '',
    expires_at timestamptz not null,
    created_by text not null,
    created_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    constraint changes_transition_lawful foreign key (previous_state, state) references orders.change_transitions,
    constraint changes_end_with_a_time check ((state = 'draft') = (ended_at is null))
);
create unique index changes_one_draft_per_order on orders.changes (order_id) where state = 'draft';
create index changes_order_idx on orders.changes (order_id, id);
create index changes_expiry_idx on orders.changes (expires_at) where state = 'draft';

-- Append-only: an order as it was placed and after each change, from the first change on.
create table orders.versions (
    order_id bigint not null references orders.orders,
    number int not null,
    what text not null constraint versions_what_known check (what in ('placed', 'edited', 'lines_canceled', 'canceled', 'reopened')),
    change_id bigint references orders.changes,
    snapshot jsonb not null,         -- see orders._snapshot
    actor text not null,
    actor_name text not null,
    kept_at timestamptz not null,
    primary key (order_id, number)
);

insert into tasks.schedules (name, kind, every) values ('expire order changes', 'orders.expire_changes', '5 minutes');
"""
