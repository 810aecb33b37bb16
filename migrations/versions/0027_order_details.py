"""Order details."""

from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- What orders brought along until now is made clean before it has to be.
update orders.orders as o
set tags = coalesce((
    select array_agg(t.tag order by t.first)
    from (
        select left(trim(regexp_replace(g.tag, '[,[:space:][:cntrl:]]+', ' ', 'g')), 40) as tag, min(g.n) as first
        from unnest(o.tags) with ordinality as g (tag, n) group by 1
    ) as t where t.tag <> ''), '{}')
where o.tags <> '{}';

alter table orders.orders
    add column assignee_id bigint references auth.people,
    add column fields jsonb not null default '{}'   -- values of orders.fields, typed, by key
        constraint orders_fields_are_an_object check (jsonb_typeof(fields) = 'object'),
    -- Words of 1 to 40 characters without commas, line breaks or spaces around them.
    add constraint orders_tags_clean check (
        cardinality(tags) <= 50 and cardinality(tags) in (0, regexp_count(array_to_string(tags, E'\n'), '\n') + 1)
        and array_position(tags, null) is null and array_position(tags, '') is null
        and array_to_string(tags, E'\n')
            ~ '^([^,[:cntrl:][:space:]]([^,[:cntrl:]]{0,38}[^,[:cntrl:][:space:]])?(\n|$))*$');
create index orders_tags_idx on orders.orders using gin (tags);
create index orders_fields_idx on orders.orders using gin (fields jsonb_path_ops);
create index orders_assignee_idx on orders.orders (assignee_id, placed_at desc, id desc) where assignee_id is not null;

-- What this shop writes on its orders besides what every shop does. A field is never deleted: archived, it keeps its values.
create table orders.fields (
    id int generated always as identity primary key,
    key text not null constraint fields_key_unique unique
        constraint fields_key_plain check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
    label text not null constraint fields_label_given check (label = trim(label) and length(label) between 1 and 60),
    kind text not null constraint fields_kind_known check (kind in ('text', 'number', 'date', 'boolean', 'choice', 'link')),
    choices text[] not null default '{}',
    is_required boolean not null default false,
    is_archived boolean not null default false,
    position int not null default 0,
    constraint fields_choices_where_one_is_chosen check ((kind = 'choice') = (cardinality(choices) > 0))
);

-- Files that the team keeps with an order. Append-only: what is removed is only marked so.
create table orders.attachments (
    id bigint generated always as identity primary key,
    order_id bigint not null references orders.orders,
    name text not null constraint attachments_name_plain check (name ~ '^[^[:cntrl:]/\\]{1,120}$'),
    content_type text not null constraint attachments_type_known check (content_type in (
        'application/pdf', 'image/png', 'image/jpeg', 'text/plain', 'text/csv')),
    content bytea not null constraint attachments_size_allowed check (length(content) between 1 and 10485760),
    sha256 bytea not null generated always as (sha256(content)) stored,
    added_by text not null,
    added_at timestamptz not null,
    removed_by text,
    removed_at timestamptz,
    constraint attachments_removed_by_somebody check ((removed_at is null) = (removed_by is null))
);
alter table orders.attachments alter column content set storage external;   -- compressed already, most of it
create unique index attachments_once_per_order on orders.attachments (order_id, sha256) where removed_at is null;
"""
