-- Keep exactly these claims [{variant_id, location_id, quantity}] for `p_minutes` from now, for whoever calls the hold `p_key`:
-- all or none. The same key again changes what is kept and until when, in one step, and keeps its own units; so it may be
-- repeated. Kinds: checkout, draft, exchange, change. Returns the hold's id.
-- Locks: the hold, level rows sorted. Raises: OM101 not enough stock, OM103 quantity not positive, OM131 no or too many minutes,
-- holds_kind_known, holds_key_given. Called by: routing.hold
create or replace function inventory.hold(
    p_claims jsonb, p_kind text, p_owner text, p_minutes int, p_key text
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_until timestamptz := inventory._hold_deadline(p_minutes);
    v_id bigint;
begin
    loop
        insert into inventory.holds (key, kind, owner, expires_at, created_at) values (p_key, p_kind, p_owner, v_until, db.now())
        on conflict (key) where state = 'active' do nothing
        returning id into v_id;
        exit when found;
        update inventory.holds set expires_at = v_until where key = p_key and state = 'active' returning id into v_id;
        exit when found;  -- else it has ended meanwhile
    end loop;
    perform inventory._keep(v_id, p_claims);
    return v_id;
end
$$;
