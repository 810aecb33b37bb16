"""People sessions and tokens."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema auth;

create table auth.people (
    id bigint generated always as identity primary key,
    email text not null constraint people_email_lower_case check (email = lower(email) and email like '%_@_%'),
    name text not null constraint people_name_given check (name <> ''),
    password_hash text,
    role text not null constraint people_role_known check (role in ('owner', 'manager', 'service', 'warehouse', 'store')),
    language text not null default 'en',
    time_zone text,
    theme text not null default 'auto' constraint people_theme_known check (theme in ('auto', 'light', 'dark')),
    is_active boolean not null default true,
    created_at timestamptz not null default now(),
    constraint people_email_unique unique (email)
);

-- Server-side sessions; the cookie holds the token, this table only its hash.
create table auth.sessions (
    token_hash bytea primary key,
    person_id bigint not null references auth.people,
    created_at timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    idle_until timestamptz not null,
    expires_at timestamptz not null,
    address text not null default '',
    user_agent text not null default '',
    ended_at timestamptz
);
create index sessions_person_idx on auth.sessions (person_id) where ended_at is null;

create table auth.login_attempts (
    id bigint generated always as identity primary key,
    email_hash bytea not null,
    address text not null,
    attempted_at timestamptz not null default now(),
    is_success boolean not null
);
create index login_attempts_email_idx on auth.login_attempts (email_hash, attempted_at);
create index login_attempts_address_idx on auth.login_attempts (address, attempted_at);
create index login_attempts_attempted_at_idx on auth.login_attempts (attempted_at);

-- One-time links: to create the first owner (no person), or to set a person's password.
create table auth.setup_links (
    token_hash bytea primary key,
    person_id bigint references auth.people,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
);

create table auth.api_tokens (
    id bigint generated always as identity primary key,
    name text not null constraint api_tokens_name_given check (name <> ''),
    prefix text not null constraint api_tokens_prefix_unique unique,
    token_hash bytea not null constraint api_tokens_hash_unique unique,
    scopes text[] not null,
    location_ids int[],  -- null: every location
    created_by bigint references auth.people,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
);
"""
