-- Process a delivery again that failed. Returns whether it will be. Called by: the channel's page
create or replace function channels.retry_delivery(p_id bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update channels.inbox set state = 'received', refusal = '', processed_at = null
    where id = p_id and state = 'failed' and db.sees_all();
    if found then
        perform tasks.enqueue('channels.process', jsonb_build_object('id', p_id));
    end if;
    return found;
end
$$;
