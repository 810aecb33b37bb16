-- Score the promises of demand lines that have arrived, or are ready, as a whole: [{line_id, released_on, left_on, arrived_on}].
-- Missed is for the first cause there is: what went wrong before (stock, or the customer's own change); it could not be begun
-- before it should have left, as it was on hold or not paid (customer); it left too late (processing); it left in time (transit).
-- Called by: fulfillment._on_arrived
create or replace function routing.score_promises(p_arrivals jsonb) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update routing.promises as p
    set state = case when a.arrived_on <= p.promised_on then 'kept' else 'missed' end,
        cause = case when a.arrived_on > p.promised_on then coalesce(p.cause, case
            when a.released_on > (p.parts ->> 'leaves_on')::date then 'customer'
            when a.left_on > (p.parts ->> 'leaves_on')::date then 'processing'
            when p.parts ? 'carrier' then 'transit' else 'processing' end) end,
        resolved_at = db.now()
    from jsonb_to_recordset(p_arrivals) as a (line_id bigint, released_on date, left_on date, arrived_on date)
    where p.line_id = a.line_id and p.state = 'open'
$$;
