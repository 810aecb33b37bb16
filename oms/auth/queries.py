"""What the pages of auth show."""

from typing import Any

from sqlalchemy import Row

from oms.db import row, rows


def people() -> list[Row[Any]]:
    """Everybody, those who may log in first, with when they were last here."""
    return rows(
        "select p.id, p.name, p.email, p.role, p.is_active, max(s.last_seen_at) as last_seen_at"
        " from auth.people p left join auth.sessions s on s.person_id = p.id"
        " group by p.id, p.name, p.email, p.role, p.is_active order by not p.is_active, lower(p.name), p.id"
    )


def person(person_id: int) -> Row[Any] | None:
    return row(
        "select id, name, email, role, language, time_zone, is_active from auth.people where id = :person_id",
        person_id=person_id,
    )


def open_sessions(person_id: int) -> list[Row[Any]]:
    """Where somebody is logged in, the latest first."""
    return rows(
        "select encode(token_hash, 'hex') as key, token_hash, address, user_agent, created_at, last_seen_at"
        " from auth.sessions where person_id = :person_id and ended_at is null"
        " and idle_until > db.now() and expires_at > db.now() order by last_seen_at desc",
        person_id=person_id,
    )


def tokens() -> list[Row[Any]]:
    """All API tokens, those that still work first."""
    return rows(
        "select t.id, t.name, t.prefix, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.revoked_at,"
        " p.name as created_by, t.revoked_at is null and coalesce(t.expires_at > db.now(), true) as is_good"
        " from auth.api_tokens t left join auth.people p on p.id = t.created_by"
        " order by is_good desc, t.created_at desc"
    )
