-- Take back that a draft was discarded, and hold its stock again where it is there. One that wasn't discarded stays as it is.
-- Locks: the draft, its hold, level rows sorted. Raises: OM350 no longer there. Called by: the undo of discarding a draft
create or replace function orders.restore_draft(p_draft_id bigint) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_draft orders.drafts;
begin
    update orders.drafts as d set discarded_by = null, discarded_at = null where d.id = p_draft_id returning d.* into v_draft;
    if v_draft.id is null then
        raise exception using errcode = 'OM350', message = 'draft is no longer there';
    end if;
    perform orders._hold_draft(v_draft);
end
$$;
