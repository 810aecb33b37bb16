-- Promises whose stock has arrived become allocations: the stock is reserved already. Not before the day the line may be sent,
-- unless `p_before_release`. Where units are told apart they get their lots now; a promise of which too many have expired or were
-- recalled meanwhile is given up. Locks: nothing more than the levels that the caller has locked. Called by: routing.route, demand.cancel
create or replace function demand.redeem_pegs(p_request_id bigint, p_before_release boolean default false) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_peg demand.pegs;
begin
    for v_peg in
        select p.* from demand.pegs as p join demand.lines as l on l.id = p.line_id
        where l.request_id = p_request_id and p.state = 'arrived'
            and (p_before_release or coalesce(l.not_before, '-infinity') <= db.today())
        order by p.id
    loop
        begin
            perform demand._redeem_peg(v_peg, p_request_id);
        exception when sqlstate 'OM101' then
            perform demand._unpeg(v_peg.id, v_peg.quantity);
        end;
    end loop;
end
$$;
