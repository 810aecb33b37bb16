-- Refuse rules that choose profiles where one asks nothing, or can never apply because an earlier one asks no more than it does.
-- Raises: OM224, OM225, OM226, naming the rules by their place. Called by: routing.save_rules
create or replace function routing._check_rules(p_rules jsonb) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_found record;
begin
    select n.ordinality as n into v_found from jsonb_array_elements(p_rules) with ordinality as n
    where jsonb_strip_nulls(n.value) - 'profile_id' = '{}' limit 1;
    if found then
        raise exception using errcode = 'OM224', message = 'asks nothing', detail = to_jsonb(v_found)::text;
    end if;
    select e.ordinality as earlier, n.ordinality as n, e.rule = n.rule and e.profile_id <> n.profile_id as contradicts into v_found
    from routing._numbered(p_rules) as e join routing._numbered(p_rules) as n on n.ordinality > e.ordinality
    where n.rule - 'minimum_minor' @> (e.rule - 'minimum_minor')
        and coalesce((n.rule ->> 'minimum_minor')::bigint >= (e.rule ->> 'minimum_minor')::bigint, not e.rule ? 'minimum_minor')
    order by n.ordinality, e.ordinality limit 1;
    if v_found.contradicts then
        raise exception using errcode = 'OM226', message = 'contradicts an earlier one', detail = to_jsonb(v_found)::text;
    elsif found then
        raise exception using errcode = 'OM225', message = 'never applies', detail = to_jsonb(v_found)::text;
    end if;
end
$$;
