-- Write one event in the caller's transaction; returns its id.
-- Called by: every function that changes something a person may ask about.
create or replace function history.record(
    p_subject text, p_subject_id bigint, p_type text, p_data jsonb default '{}',
    p_location_id int default null, p_occurred_at timestamptz default null
) returns bigint
language sql security definer set search_path = pg_catalog, pg_temp
as $$
    insert into history.events (subject, subject_id, type, data, location_id, occurred_at, actor, actor_name)
    values (p_subject, p_subject_id, p_type, p_data, p_location_id, coalesce(p_occurred_at, db.now()),
            db.actor(), db.actor_name())
    returning id
$$;
