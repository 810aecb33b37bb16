-- What a customer wants otherwise is nobody else's fault: where a promise of this request is missed from now on, that is why, unless
-- something had gone wrong before. Called by: orders._apply_change
create or replace function routing.excuse_promises(p_request_id bigint) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update routing.promises as p set cause = 'customer'
    from demand.lines as l
    where l.request_id = p_request_id and p.line_id = l.id and p.state = 'open' and p.cause is null
$$;
