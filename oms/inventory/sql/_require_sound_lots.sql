-- A transfer takes no lot along that must not be sold any more. Raises: OM196 one has expired or was recalled since it was reserved.
-- Called by: inventory.send_transfer
create or replace function inventory._require_sound_lots(p_transfer inventory.transfers) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_code text := (
        select min(t.code) from inventory.transfer_lots as x join inventory.lots as t on t.id = x.lot_id
        where x.transfer_id = p_transfer.id and x.quantity > 0
            and inventory._is_spoiled(t.recalled_at, t.expires_on, p_transfer.source_id));
begin
    if v_code is not null then
        raise exception using errcode = 'OM196', message = 'spoiled', detail = jsonb_build_object('lot', v_code)::text;
    end if;
end
$$;
