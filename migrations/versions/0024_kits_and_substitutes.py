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
"""
