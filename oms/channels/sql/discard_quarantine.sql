-- Put a quarantined order aside: it is not wanted. Raises: OM404, OM409, OM906 not open. Called by: the quarantine page
create or replace function channels.discard_quarantine(p_id bigint, p_version int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if (channels._lock_quarantine(p_id, p_version)).state <> 'open' then
        raise exception using errcode = 'OM906', message = 'not open';
    end if;
    update channels.quarantine set state = 'discarded', updated_at = db.now(), version = version + 1 where id = p_id;
    perform history.record('quarantine', p_id, 'quarantine.discarded');
end
$$;
