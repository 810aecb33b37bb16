"""Transfers and counts are worked on at one page each, which answers in the bar above its lines."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from werkzeug import Response

from oms.db import DomainError
from oms.web import done
from oms.web.htmx import asked

View = Callable[..., Response]
Show = Callable[..., Response]  # show(id, answer, status)


def told(show: Show, url: str, number: int, text: str, undo: str = "") -> Response:
    """It worked: said in the bar of the page, or in a toast where the whole page is loaded."""
    if asked().wants_part:
        return show(number, {"text": text, "tone": "good", "undo": undo}, 200)
    return done(url, text, undo=undo or None)


def refused(show: Show, number: int, text: str, status: int) -> Response:
    """It did not: said in the bar of the page, in red."""
    return show(number, {"text": text, "tone": "bad", "undo": ""}, status)


def answers_in(show: Show, name: str) -> Callable[[View], View]:
    """What the database refuses is told where the person looks. `name` is the argument of the view that has the id."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answering(**given: Any) -> Response:
            try:
                return view(**given)
            except DomainError as error:
                return refused(show, given[name], error.message, error.status)

        return answering

    return decorate
