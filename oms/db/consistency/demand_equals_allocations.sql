-- Demand equals allocations
-- How far a wanted quantity has come (allocated, released, shipped) is the sum of its allocations in that state.
-- key: demand_line_id
select demand_line_id, sum(allocated) as allocated_beyond, sum(released) as released_beyond, sum(shipped) as shipped_beyond
from (
    select id as demand_line_id, allocated, released, shipped from demand.lines
    union all
    select line_id, case state when 'allocated' then -quantity else 0 end, case state when 'released' then -quantity else 0 end,
           case state when 'consumed' then -quantity else 0 end
    from demand.allocations
) as both_sides
group by demand_line_id
having (sum(allocated), sum(released), sum(shipped)) <> (0, 0, 0)
