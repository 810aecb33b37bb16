"""Tax rates."""

from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.get_bind().connection.driver_connection.execute(SQL)


SQL = r"""
-- What holds from the given day on; `reduced` is the rate for food and drink that is not alcohol, as far as it is one rate.
insert into catalog.tax_rates (country_code, tax_class, name, rate, valid_from, source)
select r.country_code, c.tax_class, r.name || ' ' || trim_scale(c.rate) || '%', c.rate / 100, r.valid_from, r.source
from (values
    ('AT', 'USt.', 20.0, 10.0, date '2016-01-01', 'UStG 1994 § 10'),
    ('BE', 'TVA', 21.0, 6.0, date '1996-01-01', 'Arrêté royal n° 20'),
    ('CH', 'MWST', 8.1, 2.6, date '2024-01-01', 'MWSTG Art. 25'),
    ('CZ', 'DPH', 21.0, 12.0, date '2024-01-01', 'Zákon 235/2004 § 47'),
    ('DE', 'USt.', 19.0, 7.0, date '2021-01-01', 'UStG § 12'),
    ('DK', 'Moms', 25.0, 25.0, date '1992-01-01', 'Momsloven § 33'),
    ('ES', 'IVA', 21.0, 10.0, date '2012-09-01', 'Ley 37/1992 art. 90, 91'),
    ('FI', 'ALV', 25.5, 13.5, date '2026-01-01', 'AVL 84 §, 85 §'),
    ('FR', 'TVA', 20.0, 5.5, date '2014-01-01', 'CGI art. 278, 278-0 bis'),
    ('GB', 'VAT', 20.0, 0.0, date '2011-01-04', 'VATA 1994 s. 2, sch. 8'),
    ('GR', 'FPA', 24.0, 13.0, date '2016-06-01', 'N. 2859/2000'),
    ('IE', 'VAT', 23.0, 0.0, date '2021-03-01', 'VATCA 2010 s. 46'),
    ('IT', 'IVA', 22.0, 10.0, date '2013-10-01', 'DPR 633/1972 art. 16'),
    ('LU', 'TVA', 17.0, 3.0, date '2024-01-01', 'Loi TVA art. 39'),
    ('NL', 'btw', 21.0, 9.0, date '2019-01-01', 'Wet OB 1968 art. 9'),
    ('NO', 'MVA', 25.0, 15.0, date '2012-01-01', 'Stortingsvedtak om mva.'),
    ('PL', 'VAT', 23.0, 5.0, date '2019-11-01', 'Ustawa o VAT art. 41'),
    ('PT', 'IVA', 23.0, 6.0, date '2011-01-01', 'CIVA art. 18'),
    ('SE', 'Moms', 25.0, 6.0, date '2026-04-01', 'ML 2023:200 kap. 9')
) as r (country_code, name, standard, reduced, valid_from, source)
cross join lateral (values ('standard', r.standard), ('reduced', r.reduced)) as c (tax_class, rate);
"""
