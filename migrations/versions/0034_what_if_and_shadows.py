"""What other rules would have decided: of the past, on virtual stock, and of each day's orders, in the shadow."""

from alembic import op

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create table routing.simulation_transitions (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into routing.simulation_transitions values
    ('new', 'queued'), ('queued', 'running'), ('queued', 'canceled'), ('queued', 'failed'),
    ('running', 'done'), ('running', 'failed'), ('running', 'canceled');

-- What if these rules had decided? Only one runs at a time.
create table routing.simulations (
    id int generated always as identity primary key,
    version_id int not null references routing.profile_versions,
    rules jsonb not null,                    -- as they were when it began: a draft goes on changing
    judged_id int references routing.profiles,    -- whose decisions are made anew; null: everybody's
    days int not null constraint simulations_days_sensible check (days between 1 and 365),
    since timestamptz not null,
    until timestamptz not null,
    previous_state text not null default 'new',
    state text not null default 'queued',
    total int not null,                      -- decisions to make anew
    done int not null default 0,
    last_at timestamptz,                     -- the last that is made, by time and id
    last_id bigint,
    world jsonb not null default '{"stock": {}, "shipments": {}, "lines": {}}',    -- see routing._world_after
    results jsonb,                           -- see routing.comparison
    started_by text not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    constraint simulations_transition_lawful foreign key (previous_state, state) references routing.simulation_transitions,
    constraint simulations_done_within_total check (done between 0 and total),
    constraint simulations_done_has_results check (state <> 'done' or results is not null)
);
create unique index simulations_one_at_a_time on routing.simulations ((true)) where state in ('queued', 'running');
create index simulations_version_idx on routing.simulations (version_id);

-- What was decided anew. When a simulation is done, only the differences are kept.
create table routing.simulation_choices (
    simulation_id int not null references routing.simulations,
    decision_id bigint not null references routing.decisions,
    result jsonb not null,                   -- as routing.plan returns it; where it does not differ without what was considered
    differs boolean not null,
    primary key (simulation_id, decision_id)
);

-- Rules that judge what others decide, from a moment on and without effect.
create table routing.shadows (
    id int generated always as identity primary key,
    version_id int not null references routing.profile_versions,
    rules jsonb not null,
    judged_id int references routing.profiles,
    judged_until timestamptz not null,       -- decisions up to then are judged, but for what committed late
    started_by text not null,
    started_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    constraint shadows_end_has_somebody check ((ended_by is null) = (ended_at is null))
);
create unique index shadows_one_per_version on routing.shadows (version_id) where ended_at is null;

-- Append-only: each decision is judged once.
create table routing.shadow_decisions (
    shadow_id int not null references routing.shadows,
    decision_id bigint not null references routing.decisions,
    result jsonb not null,
    differs boolean not null,
    judged_at timestamptz not null,
    primary key (shadow_id, decision_id)
);
create index decisions_decided_idx on routing.decisions (decided_at, id);
insert into tasks.schedules (name, kind, every) values ('judge in the shadow', 'routing.judge', '1 minute');
"""
