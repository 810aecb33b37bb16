-- Let a profile decide for a request from now on, whatever the rules say; `p_reason` is person or automation.
-- Locks: request. Raises: OM404, OM222 it can't be used. Called by: orders.route_with
create or replace function routing.assign_profile(p_request_id bigint, p_profile_id int, p_reason text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_profile routing.profiles := routing._usable(p_profile_id);
begin
    perform demand.lock_request(p_request_id);
    insert into routing.request_profiles as c (request_id, profile_id, reason, chosen_by, chosen_at)
    values (p_request_id, p_profile_id, p_reason, db.actor_name(), db.now())
    on conflict (request_id) do update set
        profile_id = excluded.profile_id, reason = excluded.reason, rule = null,
        chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at;
    perform history.record('demand', p_request_id, 'request.profile_chosen', jsonb_build_object(
        'profile', v_profile.name, 'reason', p_reason));
end
$$;
