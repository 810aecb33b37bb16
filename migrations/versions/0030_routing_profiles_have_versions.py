"""Routing profiles have immutable versions; locations have a cut-off, a capacity, closed days and costs; carriers have rates."""

from alembic import op

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create table routing.version_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into routing.version_transitions values
    ('new', 'draft'), ('draft', 'active'), ('active', 'retired'), ('retired', 'active');

-- What a profile says, see routing.plan. Only a draft changes; what was active once never does, as decisions refer to it.
create table routing.profile_versions (
    id int generated always as identity primary key,
    profile_id int not null references routing.profiles,
    version int not null,
    rules jsonb not null,
    previous_state text not null default 'new',
    state text not null default 'draft',
    saved_by text not null,
    saved_at timestamptz not null,
    activated_by text,
    activated_at timestamptz,
    constraint profile_versions_number_unique unique (profile_id, version),
    constraint profile_versions_transition_lawful foreign key (previous_state, state) references routing.version_transitions,
    constraint profile_versions_criteria_given check (coalesce(jsonb_array_length(rules -> 'criteria'), 0) > 0),
    constraint profile_versions_active_once_activated check (state not in ('active', 'retired') or activated_at is not null)
);
create unique index profile_versions_one_active on routing.profile_versions (profile_id) where state = 'active';
create unique index profile_versions_one_draft on routing.profile_versions (profile_id) where state = 'draft';

insert into routing.profile_versions (id, profile_id, version, rules, previous_state, state, saved_by, saved_at, activated_by, activated_at)
overriding system value
select p.id, p.id, p.version, jsonb_build_object('criteria', p.criteria, 'rest', '{"do": "backorder"}'::jsonb),
       'draft', 'active', 'system', p.created_at, 'system', p.created_at
from routing.profiles as p;
select setval(pg_get_serial_sequence('routing.profile_versions', 'id'), (select max(id) from routing.profile_versions));

alter table routing.profiles drop column criteria, drop column version;
alter table routing.profiles add column is_default boolean not null default false, add column is_archived boolean not null default false;
alter table routing.profiles add constraint profiles_name_given check (name <> '');
alter table routing.profiles add constraint profiles_default_stays check (not (is_default and is_archived));
create unique index profiles_one_default on routing.profiles (is_default) where is_default;
update routing.profiles set is_default = true where id = (select max(id) from routing.profiles);

-- planner: which generation of routing.plan decided; only decisions of the present one can be replayed.
alter table routing.decisions drop constraint decisions_profile_id_fkey;
alter table routing.decisions rename column profile_id to version_id;
alter table routing.decisions add foreign key (version_id) references routing.profile_versions;
alter table routing.decisions add column planner int not null default 1;

-- What routing knows of a location beside its stock.
alter table inventory.locations drop constraint locations_kind_known;
alter table inventory.locations
    add constraint locations_kind_known check (kind in ('warehouse', 'store', '3pl', 'supplier')),
    add column cutoff time,                  -- what is ordered until then leaves the same day; null: until closing time
    add column processing_days int not null default 0
        constraint locations_processing_days_sensible check (processing_days between 0 and 60),
    add column daily_shipments int           -- how many requests it ships in a day at most; null: as many as come
        constraint locations_daily_shipments_positive check (daily_shipments > 0),
    add column handling_minor bigint not null default 0   -- what it costs to pack and hand over one shipment
        constraint locations_handling_not_negative check (handling_minor >= 0);

-- Days on which a location does not work although its hours say so.
create table inventory.closures (
    location_id int not null references inventory.locations,
    day date not null,
    reason text not null default '',
    primary key (location_id, day)
);

-- What a unit of a SKU costs when a supplier ships it for us.
create table inventory.supplier_costs (
    location_id int not null references inventory.locations,
    variant_id bigint not null references catalog.variants,
    cost_minor bigint not null constraint supplier_costs_not_negative check (cost_minor >= 0),
    primary key (location_id, variant_id)
);

-- What carriers charge us and how long they take, by zone; the cheapest that fits is what a plan reckons with.
create table routing.rates (
    id int generated always as identity primary key,
    carrier text not null constraint rates_carrier_given check (carrier <> ''),
    zone text not null constraint rates_zone_given check (zone <> ''),
    is_domestic boolean not null default false,    -- only within the location's own country
    from_countries char(2)[],                      -- null: from anywhere
    to_countries char(2)[],                        -- null: to anywhere
    max_km int constraint rates_max_km_positive check (max_km > 0),
    base_minor bigint not null constraint rates_base_not_negative check (base_minor >= 0),
    per_kg_minor bigint not null default 0 constraint rates_per_kg_not_negative check (per_kg_minor >= 0),
    transit_days int not null constraint rates_transit_days_sensible check (transit_days between 0 and 90),
    constraint rates_zone_unique unique (carrier, zone)
);
insert into routing.rates (carrier, zone, is_domestic, to_countries, base_minor, per_kg_minor, transit_days) values
    ('OMS Post', 'Domestic', true, null, 490, 30, 2),
    ('OMS Post', 'European Union', false, '{AT,BE,BG,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,PL,PT,RO,SE,SI,SK}', 990, 90, 4),
    ('OMS Post', 'World', false, null, 1990, 250, 8);

-- How many requests a location ships on a day, and which; used is the number of the claims.
create table routing.capacity_days (
    location_id int not null references inventory.locations,
    day date not null,
    used int not null default 0 constraint capacity_days_used_not_negative check (used >= 0),
    primary key (location_id, day)
);
create table routing.capacity_claims (
    request_id bigint not null references demand.requests,
    location_id int not null references inventory.locations,
    day date not null,
    primary key (request_id, location_id)
);
create index capacity_claims_day_idx on routing.capacity_claims (location_id, day);

-- Locations that have what a request waits for but that the rules left out when it was last tried.
create table routing.waits (
    request_id bigint primary key references demand.requests,
    location_ids int[] not null,
    tried_at timestamptz not null
);

-- Of how many units asked for in the last 90 days a location could not find how many; measured by the accuracies task.
create table routing.accuracies (
    location_id int primary key references inventory.locations,
    asked int not null constraint accuracies_asked_positive check (asked > 0),
    short int not null,
    measured_at timestamptz not null,
    constraint accuracies_short_within_asked check (short between 0 and asked)
);
"""
