-- Record that a line is promised for another day than before, if it is. Called by: demand._peg_line, _on_incoming_moved
create or replace function demand._tell_promise(p_line demand.lines, p_before date, p_reason text default '') returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_now date := demand.promised_on(p_line.id);
begin
    if v_now is distinct from p_before then
        perform history.record('demand', p_line.request_id,
            case when v_now is null then 'promise.lost' when p_before is null then 'promise.made' else 'promise.moved' end,
            jsonb_build_object('sku', (select v.sku from catalog.variants as v where v.id = p_line.variant_id),
                               'from', p_before, 'to', v_now, 'reason', p_reason));
    end if;
end
$$;
