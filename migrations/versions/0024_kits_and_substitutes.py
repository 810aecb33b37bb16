"""Kits and substitutes: a variant made of others, and what an order's line is made of."""

from alembic import op

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- A variant with rows here is a kit: it has no stock of its own. No kit is part of another (catalog._save_kit).
create table catalog.kit_components (
    kit_id bigint not null references catalog.variants,
    component_id bigint not null references catalog.variants,
    quantity int not null constraint kit_components_quantity_sensible check (quantity between 1 and 1000),
    primary key (kit_id, component_id),
    constraint kit_components_not_itself check (kit_id <> component_id)
);
create index kit_components_component_idx on catalog.kit_components (component_id);

-- What an order's line is made of, as it was when it was ordered: a kit's components, or the SKU itself, once. The only tie
-- between a line and its demand; a line without any has nothing to deliver. weight: what its share of the price goes by.
create table orders.components (
    demand_line_id bigint primary key references demand.lines,
    line_id bigint not null references orders.lines,
    per_unit int not null default 1 constraint components_per_unit_positive check (per_unit > 0),
    weight bigint not null default 1 constraint components_weight_not_negative check (weight >= 0)
);
create index components_line_idx on orders.components (line_id);
insert into orders.components (demand_line_id, line_id)
select demand_line_id, id from orders.lines where demand_line_id is not null;
alter table orders.lines drop column demand_line_id;

-- The component that an invoice's line is about, where a kit was delivered in pieces.
alter table invoices.lines add column demand_line_id bigint references demand.lines;

-- What may be sent instead of a variant, in order of preference. Following them never leads back (catalog._save_substitutes).
create table catalog.substitutes (
    variant_id bigint not null references catalog.variants,
    substitute_id bigint not null references catalog.variants,
    position int not null,
    primary key (variant_id, substitute_id),
    constraint substitutes_position_unique unique (variant_id, position),
    constraint substitutes_not_itself check (variant_id <> substitute_id)
);
create index substitutes_substitute_idx on catalog.substitutes (substitute_id);
alter table catalog.variants add column substitute_price text not null default 'cheaper'
    constraint variants_substitute_price_known check (substitute_price in (
        'ordered',   -- the price that was ordered
        'cheaper',   -- the lower of that and its own
        'own'));     -- its own; more than was ordered only with consent

-- Whether the customer takes something else for what is not there.
alter table orders.orders add column substitution text not null default 'ask'
    constraint orders_substitution_known check (substitution in ('allowed', 'ask', 'refused'));
alter table channels.channels add column substitution text not null default 'ask'
    constraint channels_substitution_known check (substitution in ('allowed', 'ask', 'refused'));
alter table orders.lines add column instead_of_id bigint references orders.lines;
create index lines_instead_of_idx on orders.lines (instead_of_id) where instead_of_id is not null;
"""
