"""Who owns what, and the few tables that the application may write itself. (test_protected_tables.py attacks.)"""

OURS = "join pg_namespace n on n.oid = c.relnamespace where pg_get_userbyid(n.nspowner) = 'oms_owner'"
# None so far. A settings-like table, by which nothing is promised, is granted in its grants.sql and listed here.
WRITABLE: set[str] = set()


def test_it_has_every_relation_owned_by_the_owner(ask):
    wrong = "and c.relkind in ('r', 'p', 'v', 'm', 'S') and pg_get_userbyid(c.relowner) <> 'oms_owner'"
    assert ask(f"select c.oid::regclass::text from pg_class c {OURS} {wrong}") == []


def test_it_lets_the_application_write_only_what_is_listed(ask):
    writable = (
        "and c.relkind in ('r', 'p') and has_table_privilege('oms_app', c.oid, 'insert, update, delete, truncate')"
    )
    assert {name for (name,) in ask(f"select c.oid::regclass::text from pg_class c {OURS} {writable}")} == WRITABLE


def test_it_makes_the_application_a_member_of_nothing(ask):
    assert ask("select roleid::regrole::text from pg_auth_members where member = 'oms_app'::regrole") == []
    assert ask("select nspname from pg_namespace where has_schema_privilege('oms_app', oid, 'create')") == []


def test_it_lets_owner_and_definer_not_log_in(ask):
    assert ask("select rolname from pg_roles where rolname in ('oms_owner', 'oms_definer') and rolcanlogin") == []
