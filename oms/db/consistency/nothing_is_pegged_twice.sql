-- Nothing is pegged twice
-- The part of an incoming line that is promised is the sum of its promises, and nobody is promised more than they wait for.
-- key: variant_id
select n.variant_id, 'incoming line' as what, n.id, n.pegged as counted, coalesce(sum(p.quantity), 0) as promised
from inventory.incoming_lines as n left join demand.pegs as p on p.incoming_line_id = n.id and p.state = 'pegged'
group by n.variant_id, n.id
having n.pegged <> coalesce(sum(p.quantity), 0)
union all
select l.variant_id, 'demand line', l.id, l.unrouted + l.backordered, sum(p.quantity)
from demand.lines as l join demand.pegs as p on p.line_id = l.id and p.state in ('pegged', 'arrived')
group by l.variant_id, l.id
having sum(p.quantity) > l.unrouted + l.backordered
