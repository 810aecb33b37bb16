-- Refuse an action that can't be done, by its number and what to do about it: {do: hold, reason, text}, {do: tag|untag, text},
-- {do: assign, person_id}, {do: tell, person_id, text}, {do: route, profile_id}, {do: prioritize|deprioritize}.
-- Raises: OM953 no such action, or no such profile, OM954 says nothing, OM955 nobody, OM956 starts its own rule. Called by: automations._check
create or replace function automations._check_action(p_action jsonb, p_event text, p_number bigint) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_do text := p_action ->> 'do';
    v_detail text := (p_action || jsonb_build_object('n', p_number))::text;
begin
    if v_do is null or v_do not in ('hold', 'tag', 'untag', 'assign', 'tell', 'route', 'prioritize', 'deprioritize') or v_do = 'hold'
        and coalesce(p_action ->> 'reason', '') not in ('fraud', 'payment', 'address', 'stock', 'customer_request', 'manual')
        or v_do = 'route' and not exists (
            select from routing.profiles as p where p.id::text = p_action ->> 'profile_id' and not p.is_archived) then
        raise exception using errcode = 'OM953', message = 'no such action', detail = v_detail;
    end if;
    if v_do in ('tag', 'untag') and not coalesce(length(trim(p_action ->> 'text')) between 1 and 40, false)
        or v_do = 'tell' and not coalesce(length(trim(p_action ->> 'text')) between 1 and 500, false) then
        raise exception using errcode = 'OM954', message = 'says nothing', detail = v_detail;
    end if;
    if v_do in ('assign', 'tell') and not exists (
        select from auth.people as p where p.id::text = p_action ->> 'person_id' and p.is_active) then
        raise exception using errcode = 'OM955', message = 'nobody', detail = v_detail;
    end if;
    if p_event = (case v_do
        when 'hold' then 'order.held' when 'tag' then 'order.tagged' when 'untag' then 'order.untagged'
        when 'assign' then 'order.assigned' when 'route' then 'request.routed' end) then
        raise exception using errcode = 'OM956', message = 'starts its own rule', detail = v_detail;
    end if;
end
$$;
