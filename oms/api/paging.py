"""Lists in pages: a cursor says after which row the next one begins, so that rows that come or go move nothing."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from flask import Response, request, url_for
from sqlalchemy import Row

from oms.api.problems import invalid
from oms.api.schemas import Listed, PageQuery, Schema

ListForm = TypeVar("ListForm", bound=Listed)

_LARGEST_ID = 2**63 - 1


def moment(part: str) -> datetime:
    return datetime.fromisoformat(part)


def day(part: str) -> date:
    return date.fromisoformat(part)


def number(part: int) -> int:
    if not 0 <= int(part) <= _LARGEST_ID:
        raise ValueError
    return int(part)


def start(query: PageQuery, *kinds: Callable[[Any], Any]) -> tuple[Any, ...] | None:
    """What the cursor holds, each part read by its kind; None on the first page."""
    if query.cursor is None:
        return None
    try:
        parts = json.loads(urlsafe_b64decode(query.cursor + "=="))
        return tuple(kind(part) for kind, part in zip(kinds, parts, strict=True))
    except (ValueError, TypeError):
        mistake = {"parameter": "cursor", "code": "bad_cursor", "message": "This is no cursor of ours."}
        raise invalid(mistake) from None


def listed(
    form: type[ListForm],
    query: PageQuery,
    rows: Sequence[Row[Any]],
    tell: Callable[[Row[Any]], Schema],
    key: Sequence[str],
) -> ListForm:
    """A page of rows, of which one more than the limit was asked for. `key` names the columns they are sorted by."""
    page = rows[: query.limit]
    has_more = len(rows) > len(page)
    return form.model_validate(
        {
            "data": [tell(row) for row in page],
            "has_more": has_more,
            "next_cursor": _cursor([getattr(page[-1], name) for name in key]) if has_more else None,
        }
    )


def add_link(response: Response, answer: Listed) -> None:
    """The address of the next page (RFC 8288)."""
    if answer.next_cursor is not None:
        asked = {**(request.view_args or {}), **request.args.to_dict(), "cursor": answer.next_cursor}
        address = url_for(request.endpoint or "", _external=True, **asked)
        response.headers["Link"] = f'<{address}>; rel="next"'


def _cursor(parts: Sequence[Any]) -> str:
    return urlsafe_b64encode(json.dumps(parts, default=str).encode()).decode().rstrip("=")
