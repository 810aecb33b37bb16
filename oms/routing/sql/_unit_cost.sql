-- What units cost by a criterion: of what each of these amounts to, the one that it counts. What comes from suppliers, from the
-- floors of stores, by weight, above the fullest location, and what suppliers ask; of one unit or of many together.
-- One expression without settings of its own, so that PostgreSQL puts it into the query: no call for each row.
-- Called by: routing._supplies
create or replace function routing._unit_cost(
    p_criterion text, p_supplied bigint, p_from_floor bigint, p_weight bigint, p_scarcity bigint, p_asked bigint
) returns bigint
language sql immutable parallel safe
as $$
    select case p_criterion
        when 'own_stock' then p_supplied
        when 'keep_store_stock' then p_from_floor
        when 'cheapest' then p_weight
        when 'balance_stock' then p_scarcity
        when 'supplier_cost' then p_asked
        else 0
    end
$$;
