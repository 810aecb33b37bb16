-- Who is confined to locations sees the invoices of what left there.
alter table invoices.invoices enable row level security;
alter table invoices.invoices force row level security;
create policy invoices_definer on invoices.invoices to oms_definer using (true) with check (true);
create policy invoices_scope on invoices.invoices for select to oms_app
using ((select db.sees_all()) or location_ids && (select db.locations())::int[]);

alter table invoices.documents enable row level security;
alter table invoices.documents force row level security;
create policy documents_definer on invoices.documents to oms_definer using (true) with check (true);
create policy documents_scope on invoices.documents for select to oms_app
using ((select db.sees_all()) or exists (select from invoices.invoices as i where i.id = invoice_id));

alter table invoices.lines enable row level security;
alter table invoices.lines force row level security;
create policy lines_definer on invoices.lines to oms_definer using (true) with check (true);
create policy lines_scope on invoices.lines for select to oms_app
using ((select db.sees_all()) or exists (select from invoices.invoices as i where i.id = invoice_id));

alter table invoices.taxes enable row level security;
alter table invoices.taxes force row level security;
create policy taxes_definer on invoices.taxes to oms_definer using (true) with check (true);
create policy taxes_scope on invoices.taxes for select to oms_app
using ((select db.sees_all()) or exists (select from invoices.invoices as i where i.id = invoice_id));
