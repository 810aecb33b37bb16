"""`CheckedClient`: a test client that reads every HTML answer as a strict parser does, and checks what each page owes.

Whole pages owe a title and one h1. Everything owes valid HTML5, unique ids, labels, actions, CSRF tokens, text on
buttons, alternatives of images, and nothing inline that the content security policy forbids.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
from flask import session
from flask.testing import FlaskClient
from flask_wtf.csrf import generate_csrf
from werkzeug.test import TestResponse

_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}
_UNLABELED = {"hidden", "submit", "reset", "button", "image"}
_REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls")


class CheckedClient(FlaskClient):
    """Sends the CSRF token with what changes things (unless `csrf=False`), and checks the HTML that comes back."""

    def open(self, *args: Any, csrf: bool = True, htmx: bool = False, **kwargs: Any) -> TestResponse:
        headers = dict(kwargs.pop("headers", None) or {})
        if htmx:
            headers |= {"HX-Request": "true", "HX-Request-Type": "partial"}
        if csrf and str(kwargs.get("method", "GET")).upper() not in _SAFE_METHODS:
            headers["X-CSRFToken"] = self._csrf_token()
        response = super().open(*args, headers=headers, **kwargs)
        if response.mimetype == "text/html" and response.data:
            check(response.text)
        return response

    def _csrf_token(self) -> str:
        with self.application.test_request_context():
            token = generate_csrf()
            secret = session["csrf_token"]
        with self.session_transaction() as stored:
            stored["csrf_token"] = secret
        return token


@lru_cache(maxsize=1)  # who looks at the page that a client has just checked need not read it again
def check(html: str) -> Element:
    """Parse strictly, check, and return the root."""
    is_page = html.lstrip().lower().startswith("<!doctype")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(html) if is_page else parser.parseFragment(html)
    known = Known(root)
    faults = [*_page_faults(root)] if is_page else []
    faults += [fault for element in root.iter() for fault in _faults(element, known)]
    repeated = [name for name, times in known.ids.items() if times > 1]
    assert not repeated, f"ids used twice: {repeated}"
    assert not faults, "\n".join(faults)
    return root


class Known:
    """What elements refer to, looked up once for a page."""

    def __init__(self, root: Element) -> None:
        self.ids = Counter(ids(root))
        labels = list(root.iter("label"))
        self.labeled_ids = {label.attrib["for"] for label in labels if "for" in label.attrib}
        self.labeled = {field for label in labels if text_of(label) for field in label.iter()}


def ids(root: Element) -> list[str]:
    return [element.attrib["id"] for element in root.iter() if "id" in element.attrib]


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _page_faults(root: Element) -> Iterator[str]:
    title = root.find("head/title")
    if title is None or not text_of(title):
        yield "a page without a title"
    headings = len(root.findall(".//h1"))
    if headings != 1:
        yield f"{headings} h1 on a page"


def _faults(element: Element, known: Known) -> Iterator[str]:
    if isinstance(element.tag, str):
        for fault in _own_faults(element, known):
            yield f"{fault}: <{element.tag} {' '.join(f'{name}={value!r}' for name, value in element.attrib.items())}>"


def _own_faults(element: Element, known: Known) -> Iterator[str]:
    if any(name == "style" or name.startswith(("on", "hx-on")) for name in element.attrib):
        yield "inline style or script"
    if element.tag == "style" or (element.tag == "script" and not element.attrib.get("src")):
        yield "inline style or script"
    if element.tag in {"input", "select", "textarea"} and not _is_labeled(element, known):
        yield "no label"
    if element.tag in {"button", "a", "summary"} and not _is_named(element):
        yield "no name"
    if element.tag == "img" and "alt" not in element.attrib:
        yield "no alternative"
    if element.tag == "form":
        yield from _form_faults(element)
    for name in _REFERENCES:
        missing = set(element.attrib.get(name, "").split()) - known.ids.keys()
        if missing:
            yield f"{name} points nowhere ({', '.join(missing)})"


def _form_faults(form: Element) -> Iterator[str]:
    if "action" not in form.attrib:
        yield "no action"
    if form.attrib.get("method", "get") == "post" and form.find(".//input[@name='csrf_token']") is None:
        yield "no CSRF token"


def _is_labeled(field: Element, known: Known) -> bool:
    if field.attrib.get("type") in _UNLABELED or "aria-label" in field.attrib or "aria-labelledby" in field.attrib:
        return True
    return field.attrib.get("id") in known.labeled_ids or field in known.labeled


def _is_named(element: Element) -> bool:
    own = element.attrib.get("aria-label") or text_of(element)
    return bool(own) or any(child.attrib.get("aria-label") or child.attrib.get("alt") for child in element.iter())
