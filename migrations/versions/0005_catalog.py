"""Catalog."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema catalog;

create table catalog.products (
    id bigint generated always as identity primary key,
    handle text not null constraint products_handle_unique unique,
    title text not null constraint products_title_given check (title <> ''),
    category text not null default '',
    vendor text not null default '',
    description text not null default '',
    picture text not null default '',
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

-- A SKU: what is sold. Immutable but for its words, so that lines and ledgers may refer to it.
create table catalog.variants (
    id bigint generated always as identity primary key,
    product_id bigint not null references catalog.products,
    sku text not null constraint variants_sku_unique unique constraint variants_sku_clean check (sku ~ '^\S(.{0,62}\S)?$'),
    title text not null default '',
    options jsonb not null default '{}',
    tax_class text not null default 'standard',
    weight_grams int not null default 0 constraint variants_weight_not_negative check (weight_grams >= 0),
    requires_shipping boolean not null default true,
    is_active boolean not null default true,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index variants_product_idx on catalog.variants (product_id);
create index variants_sku_search_idx on catalog.variants using gin (sku public.gin_trgm_ops);
create index products_title_search_idx on catalog.products using gin (title public.gin_trgm_ops);

create table catalog.barcodes (
    code text primary key constraint barcodes_code_clean check (code ~ '^[!-~]{4,48}$'),
    variant_id bigint not null references catalog.variants
);
create index barcodes_variant_idx on catalog.barcodes (variant_id);

create table catalog.prices (
    variant_id bigint not null references catalog.variants,
    currency char(3) not null,
    amount_minor bigint not null constraint prices_not_negative check (amount_minor >= 0),
    primary key (variant_id, currency)
);

-- Dated tax rates by class and country, with their source.
create table catalog.tax_rates (
    tax_class text not null,
    country_code char(2) not null,
    valid_from date not null,
    valid_to date,
    name text not null,
    rate numeric(7,5) not null constraint tax_rates_sensible check (rate >= 0 and rate < 1),
    source text not null,
    primary key (tax_class, country_code, valid_from)
);
"""
