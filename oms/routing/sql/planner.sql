-- Which generation of routing.plan this is: raised when it comes to another result for the same inputs. Decisions of an earlier one
-- are kept as they were, and neither replayed nor made anew.
-- Called by: routing._record, routing.replay, routing._decided, the decision page, the promise that decisions can be replayed
create or replace function routing.planner() returns int
language sql immutable parallel safe
as $$ select 2 $$;
