"""A refusal by the database, as an error that people can read; oms/db/errors.py has the sentences."""

import json
from dataclasses import dataclass
from typing import Any

from flask import has_app_context
from flask_babel import gettext


@dataclass(frozen=True)
class Refusal:
    """How one refusal is told: HTTP status, message, and the form field it belongs to, if any."""

    status: int
    message: str
    field: str | None = None


class DomainError(Exception):
    """A refusal by the database that a person can read and act on."""

    def __init__(self, code: str, refusal: Refusal, detail: dict[str, Any]) -> None:
        super().__init__(code)
        self.code = code
        self.status = refusal.status
        self.field = refusal.field
        self.detail = detail
        self._message = refusal.message

    @property
    def message(self) -> str:
        """The sentence in the reader's language."""
        message = gettext(self._message) if has_app_context() else self._message
        return message % _Filled(self.detail)


class _Filled(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def detail_of(text: str | None) -> dict[str, Any]:
    """Our own errors carry JSON; PostgreSQL's carry prose with data in it, which is not shown."""
    try:
        detail = json.loads(text or "{}")
    except ValueError:
        return {}
    return detail if isinstance(detail, dict) else {}
