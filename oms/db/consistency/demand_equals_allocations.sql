-- Demand equals allocations
-- How far a wanted quantity has come (allocated, released, shipped) is the sum of its allocations in that state.
select l.id, l.allocated, l.released, l.shipped, a.allocated as allocations_allocated, a.released as allocations_released,
       a.consumed as allocations_consumed
from demand.lines as l
cross join lateral (
    select coalesce(sum(quantity) filter (where state = 'allocated'), 0) as allocated,
           coalesce(sum(quantity) filter (where state = 'released'), 0) as released,
           coalesce(sum(quantity) filter (where state = 'consumed'), 0) as consumed
    from demand.allocations where line_id = l.id
) as a
where (l.allocated, l.released, l.shipped) <> (a.allocated, a.released, a.consumed)
