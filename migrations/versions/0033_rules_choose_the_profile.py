"""Rules choose the routing profile of an order; the drafts of profiles can be saved again and discarded."""

from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- How often a draft was saved: who saves it says which state they saw.
alter table routing.profile_versions add column revision int not null default 1;
insert into routing.version_transitions values ('draft', 'discarded');

-- Which profile decides for an order: the first rule all of whose conditions are so; without one, the default profile.
create table routing.rules (
    id int generated always as identity primary key,
    position int not null,
    channel text,
    country_code char(2),
    tag text,                    -- in small letters
    minimum_minor bigint constraint rules_minimum_positive check (minimum_minor > 0),  -- in the shop's currency
    profile_id int not null references routing.profiles,
    constraint rules_condition_given check (num_nonnulls(channel, country_code, tag, minimum_minor) > 0),
    constraint rules_position_unique unique (position)
);

-- The profile of a request, where it isn't the default.
create table routing.request_profiles (
    request_id bigint primary key references demand.requests,
    profile_id int not null references routing.profiles,
    reason text not null constraint request_profiles_reason_known check (reason in ('rule', 'person', 'automation')),
    rule jsonb,                  -- the conditions of the rule, as they were then
    chosen_by text not null,
    chosen_at timestamptz not null,
    constraint request_profiles_rule_told check ((reason = 'rule') = (rule is not null))
);
"""
