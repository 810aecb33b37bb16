-- Refuse rules that have problems of severity refuse. Raises: OM221.
-- Called by: routing.save_draft, routing.activate, routing._require_version
create or replace function routing._require_sound(p_problems jsonb) returns void
language plpgsql immutable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if p_problems @> '[{"severity": "refuse"}]' then
        raise exception using errcode = 'OM221', message = 'can not be followed', detail = jsonb_build_object(
            'problems', p_problems)::text;
    end if;
end
$$;
