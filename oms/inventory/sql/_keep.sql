-- Make an active hold, whose row the caller has locked, keep exactly these claims. What it keeps already stays its own; where
-- overdue holds are in the way, they end. Locks: level rows, sorted. Raises: OM101 not enough stock, OM103 quantity not positive.
-- Called by: inventory.hold
create or replace function inventory._keep(p_hold_id bigint, p_claims jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_changes jsonb;
begin
    if exists (select from jsonb_to_recordset(p_claims) as c (quantity int) where c.quantity is null or c.quantity <= 0) then
        raise exception using errcode = 'OM103', message = 'quantity must be positive';
    end if;
    select jsonb_agg(jsonb_build_object('variant_id', c.variant_id, 'location_id', c.location_id,
                                        'quantity', c.quantity, 'held', c.quantity))
    into v_changes
    from (
        select c.variant_id, c.location_id, c.quantity
        from jsonb_to_recordset(p_claims) as c (variant_id bigint, location_id int, quantity int)
        union all
        select l.variant_id, l.location_id, -l.quantity from inventory.hold_lines as l where l.hold_id = p_hold_id
    ) as c;
    begin
        perform inventory._promise(v_changes);
    exception when sqlstate 'OM101' then
        perform inventory.make_room(array(
            select c.variant_id from jsonb_to_recordset(v_changes) as c (variant_id bigint)));
        perform inventory._promise(v_changes);
    end;
    delete from inventory.hold_lines where hold_id = p_hold_id;
    insert into inventory.hold_lines (hold_id, variant_id, location_id, quantity)
    select p_hold_id, c.variant_id, c.location_id, sum(c.quantity)
    from jsonb_to_recordset(p_claims) as c (variant_id bigint, location_id int, quantity int)
    group by c.variant_id, c.location_id;
    perform history.record('variant', l.variant_id, 'stock.held', jsonb_build_object(
        'hold_id', l.hold_id, 'kind', h.kind, 'quantity', l.quantity, 'until', h.expires_at), l.location_id)
    from inventory.hold_lines as l join inventory.holds as h on h.id = l.hold_id where l.hold_id = p_hold_id;
end
$$;
