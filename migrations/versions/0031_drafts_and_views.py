"""Draft orders, and views that people save."""

from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- An order that somebody has begun to take. Its key becomes the external id of the order that is placed from it, and is the key
-- of what inventory holds for it.
create table orders.drafts (
    id bigint generated always as identity primary key,
    key text not null constraint drafts_key_unique unique constraint drafts_key_given check (length(key) between 1 and 100),
    version int not null default 1,
    channel text not null,
    form jsonb not null,             -- everything that was typed, as the form keeps it
    customer text not null,          -- the name that was typed; may be empty
    lines jsonb not null,            -- [{sku, title, quantity}]: those that can be read
    delivery jsonb not null,         -- {method, location_id, source_location_ids, country_code}: see routing.hold
    held jsonb not null default '[]',  -- [{variant_id, quantity}]: what of them could be held
    total_minor bigint,              -- null: some amount can't be read
    currency text not null,
    saved_by text not null,
    saved_at timestamptz not null,
    discarded_by text,
    discarded_at timestamptz,
    constraint drafts_say_something check (customer <> '' or lines <> '[]'),
    constraint drafts_discarded_by_somebody check ((discarded_at is null) = (discarded_by is null))
);
create index drafts_discarded_idx on orders.drafts (discarded_at) where discarded_at is not null;

insert into tasks.schedules (name, kind, every) values ('forget drafts', 'orders.forget_drafts', '1 hour');

-- A list of orders that somebody looks at often: the filters of the list, under a name.
create table orders.views (
    id bigint generated always as identity primary key,
    person_id bigint not null references auth.people,
    name text not null constraint views_name_given check (name = trim(name) and length(name) between 1 and 40),
    filters jsonb not null constraint views_filter_something check (jsonb_typeof(filters) = 'object' and filters <> '{}'),
    is_shared boolean not null,      -- it is the whole team's; else its person's own
    created_at timestamptz not null,
    constraint views_name_once_per_person unique (person_id, name)
);
create unique index views_name_once_in_the_team on orders.views (name) where is_shared;
"""
