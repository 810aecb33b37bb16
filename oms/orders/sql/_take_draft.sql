-- An order is placed from a draft, which is over with that: returns the key of what is held for it, null where nothing is (any
-- more). `p_version` is the one that was opened, 0 for a form that was never kept, null for an order that comes from no form.
-- Locks: the draft, its hold. Raises: OM350 no longer there, OM351 saved meanwhile. Called by: orders.place
create or replace function orders._take_draft(p_key text, p_version int) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_draft orders.drafts;
begin
    if p_version is null then
        return null;
    end if;
    select d.* into v_draft from orders.drafts as d where d.key = p_key for update;
    perform orders._require_draft(v_draft, p_version) where v_draft.id is not null or p_version > 0;
    delete from orders.drafts as d where d.id = v_draft.id;
    return (select p_key where inventory.claim_hold(p_key) is not null);
end
$$;
