-- Invoices add up
-- The sums of an invoice are the sums of its lines, and the tax of each line the sum of its taxes.
select i.number, i.total_minor, l.amount, i.tax_minor, l.tax, l.taxes
from invoices.invoices as i
cross join lateral (
    select coalesce(sum(x.amount_minor), 0) as amount, coalesce(sum(x.tax_minor), 0) as tax,
           (select coalesce(sum(t.amount_minor), 0) from invoices.taxes as t where t.invoice_id = i.id) as taxes
    from invoices.lines as x where x.invoice_id = i.id
) as l
where i.total_minor <> l.amount + case when i.is_tax_included then 0 else l.tax end or i.tax_minor <> l.tax or l.tax <> l.taxes
