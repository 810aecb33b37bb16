-- What comes in is of no location yet: only those who see all locations see it.
alter table channels.inbox enable row level security;
alter table channels.inbox force row level security;
create policy inbox_definer on channels.inbox to oms_definer using (true) with check (true);
create policy inbox_scope on channels.inbox for select to oms_app using ((select db.sees_all()));

alter table channels.imports enable row level security;
alter table channels.imports force row level security;
create policy imports_definer on channels.imports to oms_definer using (true) with check (true);
create policy imports_scope on channels.imports for select to oms_app using ((select db.sees_all()));

alter table channels.import_problems enable row level security;
alter table channels.import_problems force row level security;
create policy import_problems_definer on channels.import_problems to oms_definer using (true) with check (true);
create policy import_problems_scope on channels.import_problems for select to oms_app using ((select db.sees_all()));

alter table channels.quarantine enable row level security;
alter table channels.quarantine force row level security;
create policy quarantine_definer on channels.quarantine to oms_definer using (true) with check (true);
create policy quarantine_scope on channels.quarantine for select to oms_app using ((select db.sees_all()));

alter table channels.sku_aliases enable row level security;
alter table channels.sku_aliases force row level security;
create policy sku_aliases_definer on channels.sku_aliases to oms_definer using (true) with check (true);
create policy sku_aliases_scope on channels.sku_aliases for select to oms_app using ((select db.sees_all()));
