-- What a transfer takes from its source, as inventory.reserve and consume want it. Raises: OM142 nothing to send.
-- Called by: inventory._prepare_transfer, cancel_transfer, send_transfer, unsend_transfer
create or replace function inventory._transfer_claims(p_transfer inventory.transfers) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_claims jsonb;
begin
    select jsonb_agg(jsonb_build_object('variant_id', l.variant_id, 'location_id', p_transfer.source_id, 'quantity', l.quantity))
    into v_claims from inventory.transfer_lines as l where l.transfer_id = p_transfer.id;
    if v_claims is null then
        raise exception using errcode = 'OM142', message = 'nothing to send';
    end if;
    return v_claims;
end
$$;
