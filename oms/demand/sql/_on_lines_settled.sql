-- Constraint trigger at commit, where fewer units of a request wait: promises that nobody waits for any more are given up. What
-- arrives meanwhile waits for the level: so levels are locked first, and who knows that he gives promises up has them locked
-- already, with all else that he gives back.
create or replace function demand._on_lines_settled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (select from demand._excess(new.request_id)) then
        return null;
    end if;
    perform demand.lock_levels(new.request_id);
    perform from inventory.incoming_lines as n
    where n.id in (
        select p.incoming_line_id from demand.pegs as p join demand.lines as l on l.id = p.line_id
        where l.request_id = new.request_id and p.state = 'pegged')
    order by n.id for update;
    perform demand._unpeg(e.peg_id, e.quantity) from demand._excess(new.request_id) as e;
    return null;
end
$$;
