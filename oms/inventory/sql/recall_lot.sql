-- Recall a lot, for good: what is free of it anywhere is unavailable at once, and what comes back or in of it later too.
-- Locks: the lot, level rows sorted. Raises: OM404, OM128 recalled already, OM129 no reason.
-- Called by: fulfillment.replace_lot
create or replace function inventory.recall_lot(p_lot_id bigint, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_lot inventory.lots;
begin
    select t.* into v_lot from inventory.lots as t where t.id = p_lot_id for no key update;
    if v_lot.id is null then
        raise exception using errcode = 'OM404', message = 'no such lot';
    elsif v_lot.recalled_at is not null then
        raise exception using errcode = 'OM128', message = 'recalled already', detail = jsonb_build_object('lot', v_lot.code)::text;
    elsif coalesce(p_reason, '') = '' then
        raise exception using errcode = 'OM129', message = 'no reason';
    end if;
    update inventory.lots set recalled_at = db.now(), recall_reason = p_reason where id = p_lot_id;
    perform inventory.withdraw_lots(array[v_lot.variant_id]);
    perform history.record('variant', v_lot.variant_id, 'stock.lot_recalled', jsonb_build_object(
        'lot', v_lot.code, 'reason', p_reason));
end
$$;
