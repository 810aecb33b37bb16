-- Invoice numbers are gapless
-- Each series counts from one, without a gap, to where its counter stands.
select c.series, c.last_number, count(i.id) as invoices, max(i.sequence) as highest
from invoices.counters as c left join invoices.invoices as i on i.series = c.series
group by c.series, c.last_number
having c.last_number <> count(i.id) or c.last_number <> coalesce(max(i.sequence), 0)
