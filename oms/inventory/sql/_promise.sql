-- Change what is promised at levels: all of the changes [{variant_id, location_id, quantity, held}] or none. `quantity` is added
-- to reserved and `held` to the part of it that is soft; negative takes back. The same SKU twice is added up first; rows are locked
-- in sorted order.
-- Locks: level rows, sorted; of a SKU that has a pool, its units instead, where they suffice.
-- Raises: OM101 not enough stock, levels_reserved_within_on_hand. Called by: inventory.reserve, unreserve, _keep, _end_holds
create or replace function inventory._promise(p_changes jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_change record;
begin
    for v_change in
        select c.variant_id, c.location_id, coalesce(sum(c.quantity), 0)::int as quantity, coalesce(sum(c.held), 0)::int as held,
               exists (select from inventory.pools as p where p.variant_id = c.variant_id) as has_pool
        from jsonb_to_recordset(p_changes) as c (variant_id bigint, location_id int, quantity int, held int)
        group by c.variant_id, c.location_id
        order by c.variant_id, c.location_id
    loop
        continue when v_change.has_pool and v_change.quantity > 0 and v_change.held = 0
            and inventory._take_pooled(v_change.variant_id, v_change.location_id, v_change.quantity);
        if not inventory._change_level(v_change.variant_id, v_change.location_id, v_change.quantity, v_change.held) then
            perform inventory._fetch_pooled(v_change.variant_id, v_change.location_id, v_change.quantity);
            if not inventory._change_level(v_change.variant_id, v_change.location_id, v_change.quantity, v_change.held) then
                perform inventory._refuse(v_change.variant_id, v_change.location_id, v_change.quantity);
            end if;
        end if;
        perform inventory._fill_pool(v_change.variant_id, v_change.location_id) where v_change.has_pool and v_change.quantity > 0;
    end loop;
end
$$;
