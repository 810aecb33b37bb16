"""`CheckedClient`: a test client that reads every HTML answer as a strict parser does, and checks what each page owes.

Whole pages owe a title and one h1. Everything owes valid HTML5, unique ids, labels, actions, CSRF tokens, text on
buttons, alternatives of images, and nothing inline that the content security policy forbids.
"""

from collections import Counter
from collections.abc import Iterator
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


def check(html: str) -> Element:
    """Parse strictly, check, and return the root."""
    is_page = html.lstrip().lower().startswith("<!doctype")
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(html) if is_page else parser.parseFragment(html)
    faults = [*_page_faults(root)] if is_page else []
    faults += [fault for element in root.iter() for fault in _faults(element, root)]
    repeated = [name for name, times in Counter(ids(root)).items() if times > 1]
    assert not repeated, f"ids used twice: {repeated}"
    assert not faults, "\n".join(faults)
    return root


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


def _faults(element: Element, root: Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    shown = f"<{element.tag} {' '.join(f'{name}={value!r}' for name, value in element.attrib.items())}>"
    if any(name == "style" or name.startswith(("on", "hx-on")) for name in element.attrib):
        yield f"inline style or script: {shown}"
    if element.tag == "style" or (element.tag == "script" and not element.attrib.get("src")):
        yield f"inline style or script: {shown}"
    if element.tag in {"input", "select", "textarea"} and not _is_labeled(element, root):
        yield f"no label: {shown}"
    if element.tag in {"button", "a", "summary"} and not _is_named(element):
        yield f"no name: {shown}"
    if element.tag == "img" and "alt" not in element.attrib:
        yield f"no alternative: {shown}"
    if element.tag == "form":
        yield from _form_faults(element, shown)
    for name in _REFERENCES:
        missing = set(element.attrib.get(name, "").split()) - set(ids(root))
        if missing:
            yield f"{name} points nowhere ({', '.join(missing)}): {shown}"


def _form_faults(form: Element, shown: str) -> Iterator[str]:
    if "action" not in form.attrib:
        yield f"no action: {shown}"
    if form.attrib.get("method", "get") == "post" and form.find(".//input[@name='csrf_token']") is None:
        yield f"no CSRF token: {shown}"


def _is_labeled(field: Element, root: Element) -> bool:
    if field.attrib.get("type") in _UNLABELED or "aria-label" in field.attrib or "aria-labelledby" in field.attrib:
        return True
    if any(label.attrib.get("for") == field.attrib.get("id") for label in root.iter("label") if "for" in label.attrib):
        return True
    return any(field in label.iter() and text_of(label) for label in root.iter("label"))


def _is_named(element: Element) -> bool:
    own = element.attrib.get("aria-label") or text_of(element)
    return bool(own) or any(child.attrib.get("aria-label") or child.attrib.get("alt") for child in element.iter())
