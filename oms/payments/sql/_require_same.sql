-- Refuse a fact whose gateway and reference are known, but for another payable or amount. Raises: OM701.
-- Called by: payments.record
create or replace function payments._require_same(p_payable_id bigint, p_event jsonb) returns void
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        select from payments.events as e
        where e.gateway = p_event ->> 'gateway' and e.gateway_reference = p_event ->> 'reference' and e.kind = p_event ->> 'kind'
            and e.payable_id = p_payable_id and e.amount_minor = (p_event ->> 'amount_minor')::bigint
    ) then
        raise exception using errcode = 'OM701', message = 'known with other figures',
            detail = jsonb_build_object('reference', p_event ->> 'reference')::text;
    end if;
end
$$;
