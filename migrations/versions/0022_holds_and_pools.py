"""Holds and pools."""

from alembic import op

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create table inventory.hold_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into inventory.hold_transitions values
    ('new', 'active'), ('active', 'converted'), ('active', 'released'), ('active', 'expired');

-- A soft reservation with a deadline. Its key is what its owner calls it; one active hold has it at a time.
create table inventory.holds (
    id bigint generated always as identity primary key,
    key text not null constraint holds_key_given check (key <> ''),
    kind text not null constraint holds_kind_known check (kind in ('checkout', 'draft', 'exchange', 'change')),
    owner text not null default '',
    previous_state text not null default 'new',
    state text not null default 'active',
    expires_at timestamptz not null,
    created_at timestamptz not null,
    ended_at timestamptz,
    constraint holds_transition_lawful foreign key (previous_state, state) references inventory.hold_transitions,
    constraint holds_end_with_their_state check ((state = 'active') = (ended_at is null))
);
create unique index holds_one_active_per_key on inventory.holds (key) where state = 'active';
create index holds_key_idx on inventory.holds (key, id);
create index holds_deadline_idx on inventory.holds (expires_at) where state = 'active';

create table inventory.hold_lines (
    hold_id bigint not null references inventory.holds,
    variant_id bigint not null references catalog.variants,
    location_id int not null references inventory.locations,
    quantity int not null constraint hold_lines_quantity_positive check (quantity > 0),
    primary key (hold_id, variant_id, location_id)
);
create index hold_lines_level_idx on inventory.hold_lines (variant_id, location_id);

-- The SKUs that are sold from pools, because many people want them at once.
create table inventory.pools (
    variant_id bigint primary key references catalog.variants,
    since timestamptz not null
);

-- One row for each unit that the next buyer can take without waiting for anybody else: reserved in its level, promised to nobody.
create table inventory.pool_units (
    variant_id bigint not null,
    location_id int not null,
    n bigint generated always as identity,
    primary key (variant_id, location_id, n)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

-- The levels as everybody reads them: what waits in a pool is promised to nobody, and available.
create view inventory.stock with (security_invoker = true) as
select l.variant_id, l.location_id, l.on_hand, l.reserved - p.units as reserved, l.held, l.safety, l.unavailable, l.incoming,
       l.available + p.units as available, p.units as pooled, l.bin, l.updated_at
from inventory.levels as l
cross join lateral (
    select count(*)::int as units from inventory.pool_units as u
    where u.variant_id = l.variant_id and u.location_id = l.location_id
) as p;

insert into tasks.schedules (name, kind, every) values ('expire holds', 'inventory.expire_holds', '1 minute');
"""
