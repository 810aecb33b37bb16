"""Behavior in files: re-creates every function, trigger, policy and grant from `oms/*/sql` on each migrate.

The files are the whole truth. A changed signature replaces the old function, a deleted file drops its function,
never with cascade: what still depends on it makes the whole migrate fail and roll back.
"""

import hashlib
import re
from pathlib import Path
from typing import Any

import psycopg

ROOT = Path(__file__).resolve().parents[1]
DEFINER = "oms_definer"
APPLICATION = "oms_app"

_DECLARED = re.compile(r"create or replace function ([a-z]+)\.([a-z_]+)\s*\(")


def function_files() -> list[Path]:
    """Every function file, one function each, in order of schema and name."""
    return sorted(ROOT.glob("*/sql/*.sql"))


def schema_of(path: Path) -> str:
    """The schema a file belongs to: the folder of its domain."""
    return path.relative_to(ROOT).parts[0]


def schemas() -> list[str]:
    """The schemas that hold functions: one for each domain folder with SQL, and `db`."""
    return sorted({schema_of(path) for path in function_files()})


def fingerprint() -> str:
    """A hash over all behavior files; the loader stores it and /healthz compares it."""
    digest = hashlib.sha256()
    for path in [*function_files(), *_extra_files("triggers"), *_extra_files("policies"), *_extra_files("grants")]:
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    digest.update(Path(__file__).read_bytes())
    return digest.hexdigest()


def load(connection: psycopg.Connection[Any]) -> list[str]:
    """Make the database's behavior equal to the files; returns what was dropped. Runs in the caller's transaction."""
    # Pass 1 does not look inside bodies, so order does not matter; pass 2 does.
    connection.execute("set local check_function_bodies = off")
    dropped = _create_functions(connection)
    connection.execute("set local check_function_bodies = on")
    _create_functions(connection)
    dropped += _drop_functions_without_file(connection)
    _settle_privileges(connection)
    for path in _extra_files("triggers"):
        connection.execute(path.read_bytes())
    _recreate_policies(connection)
    for path in _extra_files("grants"):
        connection.execute(path.read_bytes())
    return dropped


def _extra_files(kind: str) -> list[Path]:
    return sorted(ROOT.glob(f"*/{kind}.sql"))


def _create_functions(connection: psycopg.Connection[Any]) -> list[str]:
    dropped = []
    for path in function_files():
        source = path.read_text()
        declared = _DECLARED.search(source)
        if declared is None or declared.group(1, 2) != (schema_of(path), path.stem):
            message = f"{path.relative_to(ROOT)} must create the function {schema_of(path)}.{path.stem}"
            raise ValueError(message)
        try:
            dropped += _create(connection, f"{schema_of(path)}.{path.stem}", source)
        except psycopg.Error as error:
            error.add_note(f"in {path.relative_to(ROOT)}")
            raise
    return dropped


def _create(connection: psycopg.Connection[Any], name: str, source: str) -> list[str]:
    """Create one function; a changed signature or result type drops the old one first."""
    before = _signatures(connection, name)
    dropped = []
    try:
        with connection.transaction():
            connection.execute(source.encode())
    except psycopg.errors.InvalidFunctionDefinition:
        for signature in before.values():
            connection.execute(f"drop function {signature}".encode())
            dropped.append(signature)
        connection.execute(source.encode())
    after = _signatures(connection, name)
    if len(after) > 1:
        for oid in before.keys() & after.keys():
            connection.execute(f"drop function {after[oid]}".encode())
            dropped.append(after[oid])
    return dropped


def _signatures(connection: psycopg.Connection[Any], name: str) -> dict[int, str]:
    found = connection.execute(
        "select p.oid::int8, p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace "
        "where n.nspname || '.' || p.proname = %s",
        [name],
    )
    return dict(found.fetchall())


def _drop_functions_without_file(connection: psycopg.Connection[Any]) -> list[str]:
    files = [f"{schema_of(path)}.{path.stem}" for path in function_files()]
    orphans = connection.execute(
        "select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace "
        "where pg_get_userbyid(n.nspowner) = 'oms_owner' and n.nspname <> 'frozen' "
        "and n.nspname || '.' || p.proname <> all(%s)",
        [files],
    ).fetchall()
    for (signature,) in orphans:
        connection.execute(f"drop function {signature}".encode())
    return [signature for (signature,) in orphans]


def _settle_privileges(connection: psycopg.Connection[Any]) -> None:
    """Definer functions belong to a role that cannot log in; the application may call what is public and read."""
    connection.execute(
        f"""
        do $$
        declare
            v_schema text;
            v_function record;
        begin
            for v_schema in
                select nspname from pg_namespace where pg_get_userbyid(nspowner) = 'oms_owner'
            loop
                execute format('grant usage, create on schema %I to {DEFINER}', v_schema);
                execute format('grant usage on schema %I to {APPLICATION}', v_schema);
                execute format('revoke all on all tables in schema %I from {APPLICATION}, {DEFINER}, public', v_schema);
                execute format('grant select, insert, update, delete on all tables in schema %I to {DEFINER}', v_schema);
                execute format('grant usage on all sequences in schema %I to {DEFINER}', v_schema);
                execute format('grant select on all tables in schema %I to {APPLICATION}', v_schema);
                execute format('revoke all on all functions in schema %I from public, {APPLICATION}', v_schema);
            end loop;
            for v_function in
                select p.oid::regprocedure as signature, p.proname, p.prosecdef
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where pg_get_userbyid(n.nspowner) = 'oms_owner'
            loop
                if v_function.prosecdef then
                    execute format('alter function %s owner to {DEFINER}', v_function.signature);
                end if;
                execute format('grant execute on function %s to {DEFINER}', v_function.signature);
                if not starts_with(v_function.proname, '_') then
                    execute format('grant execute on function %s to {APPLICATION}', v_function.signature);
                end if;
            end loop;
        end $$
        """.encode()  # noqa: S608 - the roles are constants above
    )


def _recreate_policies(connection: psycopg.Connection[Any]) -> None:
    existing = connection.execute(
        "select format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename) from pg_policies p "
        "join pg_namespace n on n.nspname = p.schemaname where pg_get_userbyid(n.nspowner) = 'oms_owner'"
    ).fetchall()
    for (statement,) in existing:
        connection.execute(statement.encode())
    for path in _extra_files("policies"):
        connection.execute(path.read_bytes())
