-- A given order made ready to be placed, and every reason why it can't be. Sums are looked at only where every amount can be read.
-- With `accept_total`, what the channel's total differs by becomes an adjustment. Called by: channels._settle, check
create or replace function channels._prepare(
    p_channel channels.channels, p_order jsonb, out prepared jsonb, out reasons jsonb, out is_readable boolean
)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_difference bigint;
begin
    prepared := channels._complete(p_channel, p_order);
    if not prepared ? 'ship_to' and not channels._is_delivered(prepared) then  -- an invoice needs to name somebody somewhere
        prepared := prepared || jsonb_build_object('ship_to', coalesce(prepared -> 'bill_to', jsonb_build_object(
            'name', prepared #>> '{customer,name}', 'country_code', (select s.country_code from db.shop as s))));
    end if;
    select coalesce(jsonb_agg(n.reason), '[]') into reasons from channels._amount_problems(prepared) as n (reason);
    is_readable := reasons = '[]' and jsonb_array_length(prepared -> 'lines') > 0;
    reasons := channels._problems(p_channel, prepared) || reasons;
    if not is_readable then
        return;
    end if;
    prepared := channels._taxed(p_channel, prepared);
    v_difference := (prepared ->> 'stated_total_minor')::bigint - (orders.totals(prepared)).total_minor;
    if prepared -> 'accept_total' = 'true' and v_difference <> 0 then
        prepared := jsonb_set(prepared, '{charges}', coalesce(prepared -> 'charges', '[]') || jsonb_build_array(
            jsonb_build_object('kind', 'adjustment', 'title', coalesce(p_order ->> 'adjustment_title', 'Adjustment'),
                               'amount_minor', v_difference)));
    end if;
    reasons := reasons || channels._sum_problems(prepared);
end
$$;
