-- Hold the stock of a draft for another day, because somebody works on it; what was let go meanwhile is held again where it is there.
-- Locks: the draft, its hold, level rows sorted. Raises: OM350 no longer there, OM351 saved meanwhile.
-- Called by: the page of a draft
create or replace function orders.keep_draft(p_draft_id bigint, p_version int) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_draft orders.drafts;
begin
    select d.* into v_draft from orders.drafts as d where d.id = p_draft_id for update;
    perform orders._require_draft(v_draft, p_version);
    perform orders._hold_draft(v_draft);
end
$$;
