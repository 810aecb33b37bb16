-- Choose the profile of a new request by the rules; channel and country are its own, `p_facts` {tags, value_minor: in the shop's
-- currency, missing where it was paid in another}. Without a rule it is the default profile's. Returns the rule's profile or null.
-- Called by: orders.place
create or replace function routing.choose_profile(p_request_id bigint, p_facts jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_rule routing.rules;
begin
    select f.* into v_rule
    from demand.requests as r
    left join customers.addresses as a on a.id = r.ship_to_id
    left join inventory.locations as l on l.id = r.location_id
    cross join lateral routing._rule_for(p_facts || jsonb_build_object(
        'channel', r.channel, 'country_code', coalesce(a.country_code, l.country_code))) as f
    where r.id = p_request_id;
    if v_rule.id is not null then
        insert into routing.request_profiles (request_id, profile_id, reason, rule, chosen_by, chosen_at)
        values (p_request_id, v_rule.profile_id, 'rule', to_jsonb(v_rule) - '{id,position,profile_id}'::text[], db.actor_name(), db.now());
    end if;
    return v_rule.profile_id;
end
$$;
