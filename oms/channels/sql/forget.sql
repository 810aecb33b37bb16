-- Let go of what was kept only to be able to look: bodies of deliveries, files, and orders in quarantine that are settled, after 90
-- days. They hold personal data. Called by: jobs.channels
create or replace function channels.forget() returns void
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    update channels.inbox set body = '' where received_at < db.now() - interval '90 days' and body <> '';
    update channels.imports set content = '' where created_at < db.now() - interval '90 days' and content <> '';
    update channels.quarantine set payload = '{}'
    where state <> 'open' and updated_at < db.now() - interval '90 days' and payload <> '{}';
$$;
