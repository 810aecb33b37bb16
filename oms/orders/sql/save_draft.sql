-- Keep an order that is not complete, and hold its stock for a day. `p_draft` {key, form (everything typed), order (as far as it can
-- be read, completed as for orders.place), total_minor}; `p_version` is the one that was opened, 0 for none. The same again is
-- the same draft. Returns its id.
-- Locks: the external id, the draft, its hold, level rows sorted. Raises: OM350 no longer there, OM351 saved meanwhile, OM352 is an
-- order already, drafts_say_something. Called by: the phone-order form
create or replace function orders.save_draft(p_draft jsonb, p_version int default 0) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_order jsonb := p_draft -> 'order';
    v_key text := p_draft ->> 'key';
    v_draft orders.drafts;
    v_number text;
begin
    perform pg_advisory_xact_lock(hashtextextended(v_order ->> 'channel' || ' ' || v_key, 0));  -- as orders._capture does
    select o.number into v_number from orders.orders as o where o.channel = v_order ->> 'channel' and o.external_id = v_key;
    if found then
        raise exception using errcode = 'OM352', message = 'is an order already',
            detail = jsonb_build_object('number', v_number)::text;
    end if;
    select d.* into v_draft from orders.drafts as d where d.key = v_key for update;
    if v_draft.version = p_version + 1 and v_draft.discarded_at is null and v_draft.form = p_draft -> 'form' then
        return v_draft.id;
    end if;
    perform orders._require_draft(v_draft, p_version) where v_draft.id is not null or p_version > 0;
    insert into orders.drafts (key, channel, form, customer, lines, delivery, total_minor, currency, saved_by, saved_at)
    values (
        v_key, v_order ->> 'channel', p_draft -> 'form', coalesce(v_order #>> '{customer,name}', ''), orders._draft_lines(v_order -> 'lines'),
        jsonb_strip_nulls((v_order -> 'delivery') || jsonb_build_object(
            'source_location_ids', v_order -> 'source_location_ids', 'country_code', nullif(v_order #>> '{ship_to,country_code}', ''))),
        (p_draft ->> 'total_minor')::bigint, v_order ->> 'currency', db.actor_name(), db.now())
    on conflict (key) do update set
        version = drafts.version + 1, channel = excluded.channel, form = excluded.form, customer = excluded.customer,
        lines = excluded.lines, delivery = excluded.delivery, total_minor = excluded.total_minor, currency = excluded.currency,
        saved_by = excluded.saved_by, saved_at = excluded.saved_at
    returning * into v_draft;
    perform orders._hold_draft(v_draft);
    return v_draft.id;
end
$$;
