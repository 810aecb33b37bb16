-- Give up a draft; what was held for it is available again. For a day it can be restored.
-- Locks: the draft, its hold, level rows sorted. Raises: OM350 no longer there, OM351 saved meanwhile.
-- Called by: the list of drafts, the page of a draft
create or replace function orders.discard_draft(p_draft_id bigint, p_version int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_draft orders.drafts;
begin
    select d.* into v_draft from orders.drafts as d where d.id = p_draft_id for update;
    perform orders._require_draft(v_draft, p_version);
    update orders.drafts set discarded_by = db.actor_name(), discarded_at = db.now() where id = v_draft.id;
    perform inventory.release_hold(v_draft.key);
end
$$;
