"""Who is asking: a person with a session cookie, or software with a bearer token. Never both on one route."""

from dataclasses import dataclass, field

from flask import Flask, Request
from flask_login import AnonymousUserMixin, LoginManager, UserMixin

from oms.auth import workplaces
from oms.auth.permissions import CONFINED_ROLES, ROLES
from oms.auth.secrets import hash_of
from oms.auth.sessions import cookie_name
from oms.db import Actor, call
from oms.web.guards import current_guard


@dataclass(frozen=True)
class Person(UserMixin):
    """Somebody who works here and is logged in."""

    id: int
    email: str
    name: str
    role: str
    language: str
    time_zone: str | None
    theme: str
    locations: tuple[int, ...] | None
    session_hash: bytes = field(repr=False, default=b"")

    @property
    def permissions(self) -> frozenset[str]:
        return ROLES[self.role]

    @property
    def actor(self) -> Actor:
        return Actor("person", self.id, self.name, self.locations)

    def can(self, permission: str) -> bool:
        return permission in self.permissions


@dataclass(frozen=True)
class Token(UserMixin):
    """Other software."""

    id: int
    name: str
    scopes: frozenset[str]
    locations: tuple[int, ...] | None
    language: str = "en"
    time_zone: str = "UTC"
    theme: str = "auto"

    @property
    def actor(self) -> Actor:
        return Actor("token", self.id, self.name, self.locations)

    def can(self, scope: str) -> bool:
        return scope in self.scopes


class Nobody(AnonymousUserMixin):
    """Anybody else."""

    actor = None

    def can(self, _permission: str) -> bool:
        return False


def init_app(app: Flask) -> None:
    manager = LoginManager(app)
    manager.anonymous_user = Nobody
    manager.session_protection = None  # our sessions are rows in PostgreSQL, not Flask-Login's
    manager.request_loader(_load)


def _load(asked: Request) -> Person | Token | None:
    rule = current_guard()
    return _token(asked) if rule is not None and rule.kind == "token" else _person(asked)


def _person(asked: Request) -> Person | None:
    cookie = asked.cookies.get(cookie_name())
    found = call("auth.person_of_session", p_token_hash=hash_of(cookie)) if cookie else None
    if found is None:
        return None
    locations = workplaces.of_person(found.id) if found.role in CONFINED_ROLES else None
    return Person(**found._asdict(), locations=locations, session_hash=hash_of(cookie or ""))


def _token(asked: Request) -> Token | None:
    credentials = asked.authorization
    bearer = credentials.token if credentials is not None and credentials.type == "bearer" else None
    found = call("auth.use_token", p_token_hash=hash_of(bearer)) if bearer else None
    if found is None:
        return None
    locations = None if found.location_ids is None else tuple(found.location_ids)
    return Token(found.id, found.name, frozenset(found.scopes), locations)
