"""Pickup."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema pickup;

create table pickup.shelves (
    id int generated always as identity primary key,
    location_id int not null references inventory.locations,
    code text not null constraint shelves_code_clean check (code ~ '^[A-Z0-9][A-Z0-9-]{0,11}$'),
    is_active boolean not null default true,
    constraint shelves_code_unique unique (location_id, code)
);

-- A fulfillment order that waits on a shelf for its customer.
create table pickup.pickups (
    id bigint generated always as identity primary key,
    fulfillment_order_id bigint not null constraint pickups_one_per_fulfillment_order unique references fulfillment.orders,
    location_id int not null references inventory.locations,
    shelf_id int references pickup.shelves,
    nonce bytea not null,            -- the code is derived from it and the secret key, and never stored
    code_hash bytea not null,
    failed_tries int not null default 0 constraint pickups_failed_tries_limited check (failed_tries between 0 and 5),
    ready_at timestamptz not null,
    expires_at timestamptz not null,
    reminded_at timestamptz,
    collected_at timestamptz,
    collected_by text not null default '',
    proof text constraint pickups_proof_known check (proof in ('code', 'id')),
    returned_at timestamptz,         -- not collected, declined or canceled: the stock is available again
    put_back_at timestamptz,         -- and the goods have been carried back to their place
    constraint pickups_ended_once check (collected_at is null or returned_at is null),
    constraint pickups_put_back_after_return check (put_back_at is null or returned_at is not null),
    constraint pickups_collected_with_proof check ((collected_at is null) = (proof is null))
);
create index pickups_not_put_back_idx on pickup.pickups (location_id) where returned_at is not null and put_back_at is null;
create index pickups_shelf_idx on pickup.pickups (shelf_id) where collected_at is null and put_back_at is null;
create index pickups_waiting_idx on pickup.pickups (expires_at) where collected_at is null and returned_at is null;
create index pickups_location_idx on pickup.pickups (location_id, ready_at);
"""
