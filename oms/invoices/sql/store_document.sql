-- Keep an invoice's rendered PDF with its hash; the first one stays. Returns its SHA-256 in hex. Raises: OM404.
-- Called by: jobs.invoices.render, whoever opens a document that is not printed yet
create or replace function invoices.store_document(p_invoice_id bigint, p_pdf bytea) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    v_sha256 text;
begin
    insert into invoices.documents (invoice_id, pdf, sha256, created_at)
    select i.id, p_pdf, encode(sha256(p_pdf), 'hex'), db.now() from invoices.invoices as i where i.id = p_invoice_id
    on conflict (invoice_id) do nothing;
    select d.sha256 into v_sha256 from invoices.documents as d where d.invoice_id = p_invoice_id;
    if v_sha256 is null then
        raise exception using errcode = 'OM404', message = 'no such invoice';
    end if;
    return v_sha256;
end
$$;
