-- No work is left lying
-- No task is marked as running long after its worker's lease on it has lapsed: somebody else takes it, or it is dead.
select t.id, t.kind, t.attempts, t.lease_until
from tasks.tasks as t
where t.state = 'running' and t.lease_until < db.now() - interval '5 minutes'
