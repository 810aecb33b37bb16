"""What PostgreSQL refuses, said in a sentence: constraint name or OM code -> HTTP status and translatable message.

The one catalog of domain errors. Placeholders in a message are filled from the error's JSON detail.
"""

import json
from dataclasses import dataclass
from typing import Any

from flask import has_app_context
from flask_babel import gettext
from sqlalchemy.exc import DBAPIError


def N_(message: str) -> str:  # noqa: N802 - the usual name of the extraction marker
    """Mark a message for extraction; it is translated when shown."""
    return message


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


def explain(error: DBAPIError) -> Exception:
    """The DomainError for a database error in the catalog; anything else is returned as it is."""
    diagnosis = getattr(error.orig, "diag", None)
    if diagnosis is None:
        return error
    for code in (diagnosis.constraint_name, diagnosis.sqlstate):
        if code in REFUSALS:
            return DomainError(code, REFUSALS[code], _detail(diagnosis.message_detail))
    return error


def _detail(text: str | None) -> dict[str, Any]:
    """Our own errors carry JSON; PostgreSQL's carry prose with data in it, which is not shown."""
    try:
        detail = json.loads(text or "{}")
    except ValueError:
        return {}
    return detail if isinstance(detail, dict) else {}


REFUSALS: dict[str, Refusal] = {}
