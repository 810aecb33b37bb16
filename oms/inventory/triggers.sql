create or replace trigger movements_append_only before update or delete or truncate on inventory.movements
for each statement execute function db._on_append_only();

-- A constraint trigger cannot be replaced, so it is made anew.
drop trigger if exists levels_follow_movements on inventory.levels;
create constraint trigger levels_follow_movements after insert or update of on_hand, sequence on inventory.levels
deferrable initially deferred for each row when (new.sequence > 0 or new.on_hand <> 0)
execute function inventory._on_level_changed();

create or replace trigger level_history_append_only before update or delete or truncate on inventory.level_history
for each statement execute function db._on_append_only();

create or replace trigger levels_history after insert or update of on_hand, reserved, held, safety, unavailable, incoming
on inventory.levels for each row execute function inventory._on_level_history();

create or replace trigger holds_state before update on inventory.holds
for each row execute function db._on_state_change();

create or replace trigger kits_have_no_stock after insert on catalog.kit_components
for each row execute function inventory._on_kit_made();

create or replace trigger levels_of_no_kit after insert on inventory.levels
for each row execute function inventory._on_level_of_kit();

create or replace trigger levels_stay_of_no_kit after update of on_hand, incoming on inventory.levels
for each row when (old.on_hand + old.incoming = 0 and new.on_hand + new.incoming > 0)
execute function inventory._on_level_of_kit();

create or replace trigger transfers_state before update of state on inventory.transfers
for each row execute function db._on_state_change();

create or replace trigger transfer_receipts_append_only before update or delete or truncate on inventory.transfer_receipts
for each statement execute function db._on_append_only();

create or replace trigger counts_state before update of state on inventory.counts
for each row execute function db._on_state_change();

create or replace trigger count_tallies_append_only before update or delete or truncate on inventory.count_tallies
for each statement execute function db._on_append_only();

create or replace trigger levels_begin before insert on inventory.levels
for each row execute function inventory._on_level_begun();

create or replace trigger variants_tracking after update of tracking on catalog.variants
for each row when (old.tracking <> new.tracking) execute function inventory._on_tracking_changed();

drop trigger if exists tracked_levels_add_up on inventory.levels;
create constraint trigger tracked_levels_add_up after insert or update of on_hand, reserved, held, unavailable on inventory.levels
deferrable initially deferred for each row when (new.is_tracked) execute function inventory._on_tracked_changed();

drop trigger if exists lots_add_up on inventory.lot_levels;
create constraint trigger lots_add_up after insert or update on inventory.lot_levels
deferrable initially deferred for each row execute function inventory._on_tracked_changed();

create or replace trigger transfer_receipt_lots_append_only before update or delete or truncate on inventory.transfer_receipt_lots
for each statement execute function db._on_append_only();

drop trigger if exists transfer_lines_are_of_lots on inventory.transfer_lines;
create constraint trigger transfer_lines_are_of_lots after update of sent, received, damaged, lost on inventory.transfer_lines
deferrable initially deferred for each row execute function inventory._on_transfer_lots_changed();

drop trigger if exists transfer_lots_add_up on inventory.transfer_lots;
create constraint trigger transfer_lots_add_up after insert or update on inventory.transfer_lots
deferrable initially deferred for each row execute function inventory._on_transfer_lots_changed();
