-- Change what is promised at levels: all of the changes [{variant_id, location_id, quantity, held}] or none. `quantity` is added
-- to reserved and `held` to the part of it that is soft; negative takes back. The check and the claim are one statement; the same
-- SKU twice is added up first; rows are locked in sorted order.
-- Locks: level rows, sorted. Raises: OM101 not enough stock, levels_reserved_within_on_hand.
-- Called by: inventory.reserve, unreserve, hold, _end_holds
create or replace function inventory._promise(p_changes jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_change record;
begin
    for v_change in
        select c.variant_id, c.location_id, coalesce(sum(c.quantity), 0)::int as quantity, coalesce(sum(c.held), 0)::int as held
        from jsonb_to_recordset(p_changes) as c (variant_id bigint, location_id int, quantity int, held int)
        group by c.variant_id, c.location_id
        order by c.variant_id, c.location_id
    loop
        update inventory.levels as l
        set reserved = l.reserved + v_change.quantity, held = l.held + v_change.held, updated_at = db.now()
        where l.variant_id = v_change.variant_id and l.location_id = v_change.location_id
            and (v_change.quantity <= 0 or l.available >= v_change.quantity);
        if not found then
            perform inventory._refuse(v_change.variant_id, v_change.location_id, v_change.quantity);
        end if;
    end loop;
end
$$;
