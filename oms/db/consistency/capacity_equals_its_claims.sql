-- Capacity equals its claims
-- Of each location's day of the last week and to come, as many shipments are used as requests have claimed.
select d.location_id, d.day, d.used, count(c.request_id) as claims
from routing.capacity_days as d left join routing.capacity_claims as c on c.location_id = d.location_id and c.day = d.day
where d.day > db.today() - 7
group by d.location_id, d.day, d.used having d.used <> count(c.request_id)
