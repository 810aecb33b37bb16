-- Refuse to go on with a draft that is no longer what was opened: `p_draft` is the row now, of nulls where there is none;
-- `p_version` the one that was opened. Raises: OM350 no longer there, OM351 saved meanwhile.
-- Called by: orders.save_draft, keep_draft, discard_draft, orders._take_draft
create or replace function orders._require_draft(p_draft orders.drafts, p_version int) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_draft.id is null or p_draft.discarded_at is not null then
        raise exception using errcode = 'OM350', message = 'draft is no longer there';
    end if;
    if p_draft.version <> p_version then
        raise exception using errcode = 'OM351', message = 'draft was saved meanwhile',
            detail = jsonb_build_object('by', p_draft.saved_by)::text;
    end if;
end
$$;
