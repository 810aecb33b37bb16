"""Customers."""

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema customers;

create table customers.customers (
    id bigint generated always as identity primary key,
    email text constraint customers_email_lower_case check (email = lower(email)),
    name text not null default '',
    phone text not null default '',
    language text not null default 'en',
    created_at timestamptz not null default now(),
    constraint customers_email_unique unique (email)
);
create index customers_name_search_idx on customers.customers using gin (name public.gin_trgm_ops);
create index customers_email_search_idx on customers.customers using gin (email public.gin_trgm_ops);

-- Immutable: an order, a demand and an invoice keep pointing to the address as it was.
create table customers.addresses (
    id bigint generated always as identity primary key,
    customer_id bigint references customers.customers,
    name text not null default '',
    company text not null default '',
    line1 text not null default '',
    line2 text not null default '',
    city text not null default '',
    region text not null default '',
    postal_code text not null default '',
    country_code char(2) not null,
    phone text not null default '',
    latitude numeric(8,5),
    longitude numeric(8,5),
    created_at timestamptz not null default now()
);
create index addresses_customer_idx on customers.addresses (customer_id);
"""
