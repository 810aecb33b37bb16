-- What is wrong with the rules of a profile, as the shop is now: [{severity: refuse|warn, code, detail}], the worst first. Beside
-- what can't be followed (routing._mistakes) and what is doubtful (routing._doubts): nobody_serves, no location could ever ship.
-- Called by: routing.activate, routing._require_version, the page of a profile
create or replace function routing.profile_problems(p_rules jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_mistakes jsonb := routing._mistakes(p_rules);
begin
    if v_mistakes <> '[]' then
        return v_mistakes;  -- nothing more can be said of what can't be followed
    end if;
    if not exists (select from inventory.locations as l where routing._eligible(l, p_rules)) then
        v_mistakes := '[{"severity": "refuse", "code": "nobody_serves", "detail": {}}]';
    end if;
    return v_mistakes || routing._doubts(p_rules);
end
$$;
