-- Write a note for the team into an order's timeline. Raises: OM404, OM305 empty. Called by: the order page
create or replace function orders.add_note(p_order_id bigint, p_text text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text := regexp_replace(coalesce(p_text, ''), '^\s+|\s+$', '', 'g');
begin
    perform orders._lock(p_order_id);
    if v_text = '' then
        raise exception using errcode = 'OM305', message = 'empty note';
    end if;
    perform history.record('order', p_order_id, 'order.note', jsonb_build_object('text', left(v_text, 4000)));
end
$$;
