"""Automations."""

from alembic import op

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- What is picked before the rest, whatever else is due.
alter table demand.requests
    add column priority smallint not null default 0
        constraint requests_priority_known check (priority in (0, 1));   -- 1: first

create schema automations;

-- When this happens to an order, and all of that is so, then do these things. Parts: see automations._check.
create table automations.rules (
    id int generated always as identity primary key,
    name text not null constraint rules_name_unique unique
        constraint rules_name_given check (name = trim(name) and length(name) between 1 and 80),
    event text not null constraint rules_event_known check (event in (
        'order.placed', 'order.released', 'order.held', 'order.unheld', 'order.canceled', 'order.tagged', 'order.untagged',
        'order.assigned', 'order.fields_set', 'payment.capture', 'payment.refund', 'request.routed',
        'fulfillment.shipped', 'tracking.delivered', 'pickup.ready', 'pickup.collected', 'pickup.expired')),
    conditions jsonb not null default '[]' constraint rules_conditions_are_a_list check (jsonb_typeof(conditions) = 'array'),
    actions jsonb not null constraint rules_actions_are_a_list check (jsonb_typeof(actions) = 'array'),
    is_active boolean not null default false,
    position int not null,
    version int not null default 1,
    saved_by text not null,
    saved_at timestamptz not null
);
create index rules_event_idx on automations.rules (event) where is_active;

-- Append-only: each rule as it once was.
create table automations.versions (
    rule_id int not null references automations.rules,
    version int not null,
    name text not null,
    event text not null,
    conditions jsonb not null,
    actions jsonb not null,
    is_active boolean not null,
    saved_by text not null,
    saved_at timestamptz not null,
    primary key (rule_id, version)
);

-- Append-only: what came of a rule when something happened to an order. One run for each event, however often its task runs.
create table automations.runs (
    id bigint generated always as identity primary key,
    rule_id int not null references automations.rules,
    version int not null,
    event_id bigint not null references history.events,
    order_id bigint not null references orders.orders,
    cause_id bigint references automations.runs,   -- the run whose action was the event; null: it came from outside
    depth smallint not null,
    outcome text not null constraint runs_outcome_known check (outcome in (
        'done',        -- it matched, and its actions are done
        'unmatched',   -- not all of its conditions were so
        'stopped',     -- it had a part in bringing the event about, or the chain is too long
        'failed')),    -- an action was refused or broke: none of them is done
    error text not null default '',
    ran_at timestamptz not null,
    constraint runs_once_per_event unique (rule_id, event_id)
);
create index runs_order_idx on automations.runs (order_id, id);
create index runs_rule_idx on automations.runs (rule_id, id);
create index runs_failed_idx on automations.runs (ran_at) where outcome = 'failed';
"""
