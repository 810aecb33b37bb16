-- Close a transfer short: what is still under way is written down as lost, with the reason, so that every unit is
-- accounted for. Returns how many that were. Locks: the transfer, level rows, sorted. Raises: OM143 nothing is under way,
-- OM104 no reason, OM403 not at the destination, OM404, OM409. Called by: the transfer page, the API, the demo shop
create or replace function inventory.close_transfer(p_transfer_id bigint, p_reason text, p_version int default null) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_transfer inventory.transfers := inventory._lock_transfer(p_transfer_id, p_version);
    v_line record;
    v_lost int := 0;
begin
    perform db.require_location(v_transfer.destination_id);
    if v_transfer.state not in ('in_transit', 'partially_received') then
        raise exception using errcode = 'OM143', message = 'not now';
    end if;
    if coalesce(trim(p_reason), '') = '' then
        raise exception using errcode = 'OM104', message = 'no reason';
    end if;
    for v_line in
        select * from inventory.transfer_lines as l where l.transfer_id = p_transfer_id and l.under_way > 0 order by l.variant_id
    loop
        perform inventory._account(v_transfer, v_line.variant_id, 'lost', v_line.under_way, trim(p_reason), p_lots => (
            select jsonb_agg(jsonb_build_object('lot_id', x.lot_id, 'quantity', x.under_way)) from inventory.transfer_lots as x
            where x.transfer_id = p_transfer_id and x.variant_id = v_line.variant_id and x.under_way > 0));
        v_lost := v_lost + v_line.under_way;
    end loop;
    perform inventory._settle_transfer(v_transfer);
    return v_lost;
end
$$;
