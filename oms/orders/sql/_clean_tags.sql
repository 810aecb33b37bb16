-- Tags as they are kept: without commas, line breaks and spaces around them, and each only once, however it is written.
-- What is too long is cut: an order is not refused for a tag. Called by: orders._header, tag
create or replace function orders._clean_tags(p_tags text[]) returns text[]
language sql immutable security definer set search_path = pg_catalog, pg_temp
as $$
    select coalesce(array_agg(t.tag order by t.place), '{}')
    from (
        select distinct on (lower(c.tag)) c.tag, c.place
        from unnest(p_tags) with ordinality as g (tag, place),
            lateral (select trim(left(trim(regexp_replace(g.tag, '[,[:space:][:cntrl:]]+', ' ', 'g')), 40)), g.place) as c (tag, place)
        where c.tag <> ''
        order by lower(c.tag), c.place
    ) as t where t.place <= 50
$$;
