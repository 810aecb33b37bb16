-- Take a discarded order up again. Raises: OM404, OM409, OM906 not discarded. Called by: the quarantine page
create or replace function channels.reopen_quarantine(p_id bigint, p_version int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if (channels._lock_quarantine(p_id, p_version)).state <> 'discarded' then
        raise exception using errcode = 'OM906', message = 'not discarded';
    end if;
    update channels.quarantine set state = 'open', updated_at = db.now(), version = version + 1 where id = p_id;
    perform history.record('quarantine', p_id, 'quarantine.reopened');
end
$$;
