-- Trigger: nothing of a demand line is to come any more, as the rest was canceled; so nothing is promised of it any more.
create or replace function routing._on_canceled() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    update routing.promises as p set state = 'withdrawn', resolved_at = db.now() where p.line_id = new.id and p.state = 'open';
    return null;
end
$$;
