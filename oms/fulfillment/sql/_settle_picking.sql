-- After a change to its lines: everything picked or short is picked; nothing but short is rejected.
-- Called by: fulfillment.pick, unpick, short
create or replace function fulfillment._settle_picking(p_order_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_open int;
    v_picked int;
begin
    select sum(l.quantity - l.picked - l.short), sum(l.picked) into v_open, v_picked
    from fulfillment.lines as l where l.order_id = p_order_id;
    if v_open = 0 and v_picked = 0 then
        perform fulfillment._transition(p_order_id, 'rejected', jsonb_build_object('reason', 'short'));
    elsif v_open = 0 then
        perform fulfillment._transition(p_order_id, 'picked');
    end if;
end
$$;
