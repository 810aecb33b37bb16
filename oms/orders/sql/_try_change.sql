-- What an order would come to with a change, as orders._money tells it: the change is made and taken back.
-- Raises: as orders._apply_change. Called by: orders.propose_change
create or replace function orders._try_change(p_order orders.orders, p_wanted jsonb, p_hold_key text) returns jsonb
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_tried text;
begin
    perform orders._apply_change(p_order, p_wanted, 'preview', p_hold_key);
    raise exception using errcode = 'OM310', message = 'only tried', detail = orders._money(p_order.id)::text;
exception when sqlstate 'OM310' then
    get stacked diagnostics v_tried = pg_exception_detail;
    return v_tried::jsonb;
end
$$;
