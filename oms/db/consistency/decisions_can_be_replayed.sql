-- Decisions can be replayed
-- Planning the last 200 recorded routing decisions again gives the same result, and their hashes are true.
select d.id, d.request_id, d.hash
from (select * from routing.decisions where planner = routing.planner() order by id desc limit 200) as d
where d.hash <> encode(sha256(convert_to(d.inputs::text || d.result::text, 'UTF8')), 'hex')
    or routing.plan(d.inputs) <> d.result
