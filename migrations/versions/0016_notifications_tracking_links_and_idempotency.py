"""Notifications tracking links and idempotency."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema notifications;

-- One mail to one customer. Written with the event that causes it; rendered and sent by a task.
create table notifications.messages (
    id bigint generated always as identity primary key,
    order_id bigint references orders.orders,
    kind text not null,
    dedupe_key text not null constraint messages_dedupe_key_unique unique,
    data jsonb not null default '{}',
    recipient text not null,
    language text not null,
    subject text not null default '',
    body_text text not null default '',
    body_html text not null default '',
    state text not null default 'queued' constraint messages_state_known check (state in ('queued', 'sent', 'skipped', 'failed')),
    created_at timestamptz not null,
    sent_at timestamptz
);
create index messages_order_idx on notifications.messages (order_id, id);

create schema tracking;

-- The customer's link: the token is derived from the nonce and the secret key; only its hash is kept.
create table tracking.links (
    order_id bigint primary key references orders.orders,
    nonce bytea not null,
    token_hash bytea not null constraint links_token_unique unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);

create schema api;

-- The first answer to each Idempotency-Key, written in the transaction of its effect.
create table api.idempotency_keys (
    token_id bigint not null references auth.api_tokens,
    key text not null constraint idempotency_keys_length check (length(key) between 1 and 255),
    fingerprint bytea not null,
    status int not null,
    body jsonb not null,
    created_at timestamptz not null,
    primary key (token_id, key)
);
create index idempotency_keys_created_idx on api.idempotency_keys (created_at);
"""
