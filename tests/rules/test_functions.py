"""Functions are what their files say, and nobody can reach past them."""

from tests.support.source import function_files

OURS = """
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where pg_get_userbyid(n.nspowner) = 'oms_owner'
"""


def test_it_has_one_function_for_each_file(ask):
    in_database = sorted(name for (name,) in ask("select n.nspname || '.' || p.proname" + OURS))
    assert in_database == sorted(f"{path.parts[-3]}.{path.stem}" for path in function_files())


def test_it_lets_public_execute_none(ask):
    assert (
        ask("select p.oid::regprocedure::text" + OURS + "and has_function_privilege('public', p.oid, 'execute')") == []
    )


def test_it_lets_the_application_execute_public_ones_only(ask):
    wrong = "and has_function_privilege('oms_app', p.oid, 'execute') = starts_with(p.proname, '_')"
    assert ask("select p.oid::regprocedure::text" + OURS + wrong) == []


def test_it_runs_definer_functions_as_the_definer_with_a_pinned_path(ask):
    wrong = """and p.prosecdef and (pg_get_userbyid(p.proowner) <> 'oms_definer'
        or coalesce(p.proconfig, '{}')::text not like '%search_path=pg_catalog, pg_temp%')"""
    assert ask("select p.oid::regprocedure::text" + OURS + wrong) == []


def test_it_names_every_parameter_with_p(ask):
    wrong = """and exists (select from unnest(p.proargnames, p.proargmodes) as a (name, mode)
        where coalesce(a.mode, 'i') in ('i', 'b', 'v') and not starts_with(a.name, 'p_'))"""
    assert ask("select p.oid::regprocedure::text" + OURS + wrong) == []


def test_it_has_no_function_of_its_own_in_public(ask):
    in_public = """
        select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    """
    assert ask(in_public) == []
