-- The application reads people without their password hashes; those it gets one by one, through auth.credentials.
revoke select on auth.people from oms_app;
grant select (id, email, name, role, language, time_zone, theme, is_active, created_at) on auth.people to oms_app;
