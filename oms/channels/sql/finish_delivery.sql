-- Note what became of a delivery: processed, quarantined, ignored or failed, and its order, its quarantine record or the code of
-- what was refused. Called by: jobs.channels
create or replace function channels.finish_delivery(
    p_id bigint, p_state text, p_order_id bigint default null, p_quarantine_id bigint default null, p_refusal text default ''
) returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update channels.inbox
    set state = p_state, order_id = p_order_id, quarantine_id = p_quarantine_id, refusal = p_refusal, processed_at = db.now()
    where id = p_id
$$;
