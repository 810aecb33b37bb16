-- Invoices add up
-- The sums of an invoice are the sums of its lines, and the tax of each line the sum of its taxes.
-- key: invoice_id
select invoice_id, (select i.number from invoices.invoices as i where i.id = invoice_id) as number,
       sum(amount) as amount_beyond_lines, sum(tax) as tax_beyond_lines, sum(taxes) as tax_beyond_taxes
from (
    select id as invoice_id, case when is_tax_included then total_minor else net_minor end as amount, tax_minor as tax, tax_minor as taxes
    from invoices.invoices
    union all
    select invoice_id, -amount_minor, -tax_minor, 0 from invoices.lines
    union all
    select invoice_id, 0, 0, -amount_minor from invoices.taxes
) as both_sides
group by invoice_id
having (sum(amount), sum(tax), sum(taxes)) <> (0, 0, 0)
