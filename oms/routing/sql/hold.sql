-- Hold what somebody is about to order [{variant_id, quantity}] at the locations it would be sent from: all or nothing; of a
-- kit, its components.
-- `p_delivery` {method, channel, location_id, source_location_ids, country_code, latitude, longitude}: all optional but the method.
-- The rest, and what is returned, as for inventory.hold: the same key again holds the new lines instead.
-- Locks: the hold, level rows sorted. Raises: OM101 not enough stock, and as inventory.hold. Called by: the API, orders._hold_draft, orders._hold_added
create or replace function routing.hold(
    p_lines jsonb, p_delivery jsonb, p_kind text, p_owner text, p_minutes int, p_key text
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_hold_id bigint := inventory.claim_hold(p_key);
    v_lines jsonb := (
        select jsonb_agg(jsonb_build_object('variant_id', c.variant_id, 'quantity', l.quantity * c.quantity))
        from jsonb_to_recordset(p_lines) as l (variant_id bigint, quantity int)
        cross join lateral catalog.components(l.variant_id, '') as c);
    v_variant_ids bigint[] := array(select l.variant_id from jsonb_to_recordset(v_lines) as l (variant_id bigint));
    v_wish jsonb;
    v_plan jsonb;
begin
    for v_attempt in 1 .. 2 loop
        if v_attempt = 2 then
            perform inventory.make_room(v_variant_ids);
        end if;
        v_wish := routing._wish(v_lines, p_delivery, v_hold_id);
        v_plan := routing.plan(v_wish);
        continue when v_attempt = 1 and v_plan -> 'unfilled' <> '0' and inventory.has_overdue(v_variant_ids);
        perform routing._require_filled(v_wish, v_plan);
        begin
            return inventory.hold((
                select jsonb_agg(jsonb_build_object('variant_id', a.line_id, 'location_id', a.location_id, 'quantity', a.quantity))
                from jsonb_to_recordset(v_plan -> 'allocations') as a (line_id bigint, location_id int, quantity int)
            ), p_kind, p_owner, p_minutes, p_key);
        exception when sqlstate 'OM101' then
            if v_attempt = 2 then
                raise;
            end if;
        end;
    end loop;
end
$$;
