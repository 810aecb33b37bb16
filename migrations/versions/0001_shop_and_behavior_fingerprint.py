"""Shop and behavior fingerprint."""

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- What the loader last loaded; one row.
create table db.loaded (
    is_only boolean primary key default true constraint loaded_is_one_row check (is_only),
    fingerprint text,
    loaded_at timestamptz
);
insert into db.loaded default values;

-- The company that sells: what stands on invoices and mails; one row.
create table db.shop (
    is_only boolean primary key default true constraint shop_is_one_row check (is_only),
    name text not null,
    legal_name text not null,
    line1 text not null,
    line2 text not null default '',
    postal_code text not null,
    city text not null,
    country_code char(2) not null,
    tax_id text not null default '',
    email text not null,
    phone text not null default '',
    website text not null default '',
    currency char(3) not null,
    language text not null,
    time_zone text not null,
    invoice_note text not null default ''
);
insert into db.shop (name, legal_name, line1, postal_code, city, country_code, email, currency, language, time_zone)
values ('My shop', 'My shop', '', '', '', 'DE', '', 'EUR', 'en', 'Europe/Berlin');
"""
