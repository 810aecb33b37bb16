"""Routing."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
create schema routing;

create table routing.profiles (
    id int generated always as identity primary key,
    name text not null constraint profiles_name_unique unique,
    version int not null,
    criteria text[] not null,  -- in order of weight, such as {fewest_splits,nearest,priority}
    created_at timestamptz not null default now()
);
insert into routing.profiles (name, version, criteria) values ('Standard', 1, '{fewest_splits,nearest,priority}');

-- Where to measure distance from when an address has no coordinates: the middle of its country.
create table routing.country_centers (
    country_code char(2) primary key,
    latitude numeric(8,5) not null,
    longitude numeric(8,5) not null
);
insert into routing.country_centers values
    ('AE',24.0,54.0),('AR',-34.0,-64.0),('AT',47.5,14.5),('AU',-25.0,134.0),('BE',50.6,4.6),('BG',42.7,25.5),('BR',-10.0,-53.0),
    ('CA',56.0,-106.0),('CH',46.8,8.2),('CL',-31.0,-71.0),('CN',35.0,104.0),('CO',4.0,-73.0),('CY',35.1,33.2),('CZ',49.8,15.5),
    ('DE',51.2,10.4),('DK',56.0,10.0),('EE',58.7,25.5),('EG',26.8,30.8),('ES',40.2,-3.6),('FI',64.0,26.0),('FR',46.6,2.5),
    ('GB',54.0,-2.5),('GR',39.0,22.0),('HR',45.3,16.0),('HU',47.2,19.4),('IE',53.2,-8.0),('IL',31.4,35.0),('IN',22.0,79.0),
    ('IS',65.0,-18.5),('IT',42.8,12.6),('JP',36.2,138.3),('KR',36.5,127.8),('LT',55.2,23.9),('LU',49.8,6.1),('LV',56.9,24.9),
    ('MA',31.8,-7.1),('MT',35.9,14.4),('MX',23.6,-102.5),('NL',52.2,5.5),('NO',62.0,10.0),('NZ',-41.0,174.0),('PL',52.1,19.4),
    ('PT',39.6,-8.0),('RO',45.9,25.0),('SA',24.0,45.0),('SE',62.0,15.0),('SG',1.35,103.8),('SI',46.1,14.8),('SK',48.7,19.5),
    ('TR',39.0,35.2),('UA',49.0,31.4),('US',39.8,-98.6),('ZA',-29.0,24.0);

-- One choice of sources: its canonical inputs, its result, and a hash over both. Never changed.
create table routing.decisions (
    id bigint generated always as identity primary key,
    request_id bigint not null references demand.requests,
    profile_id int not null references routing.profiles,
    inputs jsonb not null,
    result jsonb not null,
    hash text not null,
    decided_at timestamptz not null
);
create index decisions_request_idx on routing.decisions (request_id, id);
"""
