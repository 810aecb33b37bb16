-- What is broken may name anything: it is for those who see every location.
alter table reports.checks enable row level security;
alter table reports.checks force row level security;
create policy checks_definer on reports.checks to oms_definer using (true) with check (true);
create policy checks_scope on reports.checks for select to oms_app using ((select db.sees_all()));
