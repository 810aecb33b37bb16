-- Write the rules that choose profiles, all of them, in their order: [{channel, country_code, tag, minimum_minor, profile_id}], what is
-- not asked missing. `p_seen` is the fingerprint of the rules that the person saw, see routing.rules_fingerprint. Orders that have
-- been placed keep their profile. Locks: rules. Raises: OM409 changed meanwhile, OM404, OM222, OM224 a rule that asks nothing,
-- OM225 one that an earlier one leaves nothing to, OM226 two that ask the same and name different profiles.
-- Called by: the page of the rules, the demo shop
create or replace function routing.save_rules(p_rules jsonb, p_seen text default null) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    lock table routing.rules in share row exclusive mode;
    if p_seen <> routing.rules_fingerprint() then
        raise exception using errcode = 'OM409', message = 'changed meanwhile';
    end if;
    perform routing._usable((r.value ->> 'profile_id')::int) from jsonb_array_elements(p_rules) as r;
    perform routing._check_rules(p_rules);
    delete from routing.rules;
    insert into routing.rules (position, channel, country_code, tag, minimum_minor, profile_id)
    select n.ordinality, r.channel, r.country_code, lower(r.tag), r.minimum_minor, r.profile_id
    from jsonb_array_elements(p_rules) with ordinality as n
    cross join lateral jsonb_populate_record(null::routing.rules, n.value) as r;
    perform history.record('profile', 0, 'profile.rules_saved', jsonb_build_object('rules', p_rules));
end
$$;
