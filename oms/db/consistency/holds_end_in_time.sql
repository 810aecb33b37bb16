-- Holds end in time
-- No hold keeps stock longer than a minute after its deadline.
select h.id, h.kind, h.expires_at
from inventory.holds as h
where h.state = 'active' and h.expires_at < db.now() - interval '60 seconds'
