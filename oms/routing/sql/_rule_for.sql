-- The first rule whose conditions are all so, of what is known {channel, country_code, tags, value_minor: in the shop's currency}.
-- Called by: routing.choose_profile, routing._wish
create or replace function routing._rule_for(p_facts jsonb) returns routing.rules
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select r from routing.rules as r
    where (r.channel is null or r.channel = p_facts ->> 'channel')
        and (r.country_code is null or r.country_code = p_facts ->> 'country_code')
        and (r.tag is null or exists (select from jsonb_array_elements_text(p_facts -> 'tags') as t (tag) where lower(t.tag) = r.tag))
        and (r.minimum_minor is null or (p_facts ->> 'value_minor')::bigint >= r.minimum_minor)
    order by r.position limit 1
$$;
