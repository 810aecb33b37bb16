-- Hold the stock of a draft's lines for a day from now, of each as much as there is; what it holds already stays its own.
-- Locks: the draft, its hold, level rows sorted. Called by: orders.save_draft, keep_draft, restore_draft
create or replace function orders._hold_draft(p_draft orders.drafts) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_held jsonb := (
        select coalesce(jsonb_agg(jsonb_build_object('variant_id', v.id, 'quantity', l.quantity) order by v.id), '[]')
        from (
            select n.sku, sum(n.quantity)::int as quantity
            from jsonb_to_recordset(p_draft.lines) as n (sku text, quantity int) group by n.sku
        ) as l
        join catalog.variants as v on v.sku = l.sku and v.is_active
        where exists (select from catalog.components(v.id, p_draft.currency)));
    v_short jsonb;
begin
    while v_held <> '[]' loop
        begin
            perform routing.hold(
                v_held, p_draft.delivery || jsonb_build_object('channel', p_draft.channel), 'draft', db.actor_name(), 24 * 60, p_draft.key);
            exit;
        exception when sqlstate 'OM101' then
            get stacked diagnostics v_short = pg_exception_detail;
            v_held := orders._without_short(v_held, v_short);
        end;
    end loop;
    perform inventory.release_hold(p_draft.key) where v_held = '[]';
    update orders.drafts set held = v_held where id = p_draft.id;
end
$$;
