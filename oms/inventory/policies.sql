-- Store and warehouse staff see the stock of their own locations.
alter table inventory.levels enable row level security;
alter table inventory.levels force row level security;
create policy levels_definer on inventory.levels to oms_definer using (true) with check (true);
create policy levels_scope on inventory.levels for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table inventory.movements enable row level security;
alter table inventory.movements force row level security;
create policy movements_definer on inventory.movements to oms_definer using (true) with check (true);
create policy movements_scope on inventory.movements for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table inventory.receipts enable row level security;
alter table inventory.receipts force row level security;
create policy receipts_definer on inventory.receipts to oms_definer using (true) with check (true);
create policy receipts_scope on inventory.receipts for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table inventory.level_history enable row level security;
alter table inventory.level_history force row level security;
create policy level_history_definer on inventory.level_history to oms_definer using (true) with check (true);
create policy level_history_scope on inventory.level_history for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table inventory.hold_lines enable row level security;
alter table inventory.hold_lines force row level security;
create policy hold_lines_definer on inventory.hold_lines to oms_definer using (true) with check (true);
create policy hold_lines_scope on inventory.hold_lines for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

-- A hold is seen by whoever sees something that it keeps.
alter table inventory.holds enable row level security;
alter table inventory.holds force row level security;
create policy holds_definer on inventory.holds to oms_definer using (true) with check (true);
create policy holds_scope on inventory.holds for select to oms_app
using ((select db.sees_all()) or exists (select from inventory.hold_lines as l where l.hold_id = holds.id));

-- A transfer is seen from both of its ends.
alter table inventory.transfers enable row level security;
alter table inventory.transfers force row level security;
create policy transfers_definer on inventory.transfers to oms_definer using (true) with check (true);
create policy transfers_scope on inventory.transfers for select to oms_app
using ((select db.sees_all()) or array[source_id, destination_id] && (select db.locations())::int[]);

alter table inventory.transfer_lines enable row level security;
alter table inventory.transfer_lines force row level security;
create policy transfer_lines_definer on inventory.transfer_lines to oms_definer using (true) with check (true);
create policy transfer_lines_scope on inventory.transfer_lines for select to oms_app
using (exists (select from inventory.transfers as t where t.id = transfer_id));

alter table inventory.transfer_receipts enable row level security;
alter table inventory.transfer_receipts force row level security;
create policy transfer_receipts_definer on inventory.transfer_receipts to oms_definer using (true) with check (true);
create policy transfer_receipts_scope on inventory.transfer_receipts for select to oms_app
using (exists (select from inventory.transfers as t where t.id = transfer_id));

-- What happened to a transfer is heard by whoever sees it.
create policy events_of_transfers on history.events for select to oms_app
using (location_id is null and subject = 'transfer' and exists (select from inventory.transfers as t where t.id = subject_id));

alter table inventory.incoming enable row level security;
alter table inventory.incoming force row level security;
create policy incoming_definer on inventory.incoming to oms_definer using (true) with check (true);
create policy incoming_scope on inventory.incoming for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table inventory.incoming_lines enable row level security;
alter table inventory.incoming_lines force row level security;
create policy incoming_lines_definer on inventory.incoming_lines to oms_definer using (true) with check (true);
create policy incoming_lines_scope on inventory.incoming_lines for select to oms_app
using ((select db.sees_all()) or exists (select from inventory.incoming as i where i.id = incoming_id));

alter table inventory.incoming_receipts enable row level security;
alter table inventory.incoming_receipts force row level security;
create policy incoming_receipts_definer on inventory.incoming_receipts to oms_definer using (true) with check (true);
create policy incoming_receipts_scope on inventory.incoming_receipts for select to oms_app
using ((select db.sees_all()) or exists (select from inventory.incoming as i where i.id = incoming_id));

alter table inventory.pool_units enable row level security;
alter table inventory.pool_units force row level security;
create policy pool_units_definer on inventory.pool_units to oms_definer using (true) with check (true);
create policy pool_units_scope on inventory.pool_units for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

-- Counts are seen by those who work where they are made.
alter table inventory.counts enable row level security;
alter table inventory.counts force row level security;
create policy counts_definer on inventory.counts to oms_definer using (true) with check (true);
create policy counts_scope on inventory.counts for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table inventory.count_lines enable row level security;
alter table inventory.count_lines force row level security;
create policy count_lines_definer on inventory.count_lines to oms_definer using (true) with check (true);
create policy count_lines_scope on inventory.count_lines for select to oms_app
using (exists (select from inventory.counts as c where c.id = count_id));

alter table inventory.count_tallies enable row level security;
alter table inventory.count_tallies force row level security;
create policy count_tallies_definer on inventory.count_tallies to oms_definer using (true) with check (true);
create policy count_tallies_scope on inventory.count_tallies for select to oms_app
using (exists (select from inventory.counts as c where c.id = count_id));

-- Staff see the lots that are or were at their own locations, or in transfers that they see.
alter table inventory.lots enable row level security;
alter table inventory.lots force row level security;
create policy lots_definer on inventory.lots to oms_definer using (true) with check (true);
create policy lots_scope on inventory.lots for select to oms_app
using ((select db.sees_all()) or exists (select from inventory.lot_levels as x where x.lot_id = lots.id)
    or exists (select from inventory.transfer_lots as x where x.lot_id = lots.id));

alter table inventory.lot_levels enable row level security;
alter table inventory.lot_levels force row level security;
create policy lot_levels_definer on inventory.lot_levels to oms_definer using (true) with check (true);
create policy lot_levels_scope on inventory.lot_levels for select to oms_app
using ((select db.sees_all()) or location_id = any ((select db.locations())::int[]));

alter table inventory.transfer_lots enable row level security;
alter table inventory.transfer_lots force row level security;
create policy transfer_lots_definer on inventory.transfer_lots to oms_definer using (true) with check (true);
create policy transfer_lots_scope on inventory.transfer_lots for select to oms_app
using (exists (select from inventory.transfers as t where t.id = transfer_id));

alter table inventory.transfer_receipt_lots enable row level security;
alter table inventory.transfer_receipt_lots force row level security;
create policy transfer_receipt_lots_definer on inventory.transfer_receipt_lots to oms_definer using (true) with check (true);
create policy transfer_receipt_lots_scope on inventory.transfer_receipt_lots for select to oms_app
using (exists (select from inventory.transfer_receipts as r where r.id = receipt_id));
