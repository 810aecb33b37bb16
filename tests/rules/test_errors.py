"""Whatever the database refuses has a sentence for the person, and every sentence has its refusal."""

import re

from oms.db.errors import REFUSALS
from tests.support.source import function_files

CONSTRAINTS = """
    select c.conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where pg_get_userbyid(n.nspowner) = 'oms_owner' and c.contype in ('c', 'u', 'x')
"""
UNIQUE_INDEXES = """
    select i.relname
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_namespace n on n.oid = i.relnamespace
    where pg_get_userbyid(n.nspowner) = 'oms_owner' and x.indisunique
        and not exists (select from pg_constraint c where c.conindid = x.indexrelid)
"""
KEYS = """
    select c.conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where pg_get_userbyid(n.nspowner) = 'oms_owner' and c.contype in ('p', 'f', 't')
"""


def codes():
    return {code for path in function_files() for code in re.findall(r"errcode\s*=\s*'(OM\d{3})'", path.read_text())}


def test_it_has_a_message_for_every_constraint(ask):
    assert {name for (name,) in ask(CONSTRAINTS) + ask(UNIQUE_INDEXES)} - REFUSALS.keys() == set()


def test_it_has_a_message_for_every_code():
    assert codes() - REFUSALS.keys() == set()


def test_it_has_no_message_for_what_no_longer_exists(ask):
    known = {name for (name,) in ask(CONSTRAINTS) + ask(UNIQUE_INDEXES) + ask(KEYS)} | codes()
    assert REFUSALS.keys() - known == set()


def test_it_raises_no_code_of_another_kind():
    for path in function_files():
        assert re.findall(r"errcode\s*=\s*'(?!OM\d{3}')", path.read_text()) == [], path.name
