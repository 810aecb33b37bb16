"""Somebody at a browser without scripts: opens pages, follows what is linked, and presses what is there to be pressed.

A step that a page does not offer, or a field that it does not have, fails the test: what journeys do, people can do.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from tests.support.pages import CheckedClient, check, text_of

_REDIRECTS = {301, 302, 303}


class Visitor:
    """Keeps the page it is on."""

    def __init__(self, client: CheckedClient) -> None:
        self.client = client
        self.address = "/"
        self.status = 0
        self.data = b""
        self.page = Element("nothing")

    def open(self, address: str, **query: Any) -> "Visitor":
        """Type an address."""
        return self._go("GET", address, **({"query_string": query} if query else {}))

    def follow(self, label: str) -> "Visitor":
        """Click a link."""
        links = [link for link in self.page.iter("a") if _is_called(link, label)]
        assert links, f"no link {label!r} on {self.address}: {sorted({_name(link) for link in self.page.iter('a')})}"
        return self.open(links[0].attrib["href"])

    def press(self, label: str, fields: dict[str, Any] | None = None, *, within: str = "", **more: Any) -> "Visitor":
        """Fill in a form and press its button; `within` is a word of the form's address, where several have such a button."""
        filled = {**(fields or {}), **more}
        buttons = [
            (form, button)
            for form, button in self._buttons()
            if _is_called(button, label) and within in form.attrib["action"] and "hidden" not in form.attrib
        ]
        offered = sorted({f"{_name(button)} ({form.attrib['action']})" for form, button in self._buttons()})
        assert buttons, f"no button {label!r} on {self.address}: {offered}"
        form, button = buttons[0]
        sent = _fields(form)
        unknown = set(filled) - set(sent) - {field.attrib.get("name") for field in form.iter()}
        assert not unknown, f"the form of {label!r} has no field {unknown}, but {sorted(sent)}"
        sent |= filled | ({button.attrib["name"]: button.attrib.get("value", "")} if "name" in button.attrib else {})
        method = form.attrib.get("method", "get").upper()
        return self._go(method, form.attrib["action"], **{"query_string" if method == "GET" else "data": sent})

    @property
    def text(self) -> str:
        """What can be read."""
        return text_of(self.page)

    @property
    def headline(self) -> str:
        return text_of(next(self.page.iter("h1")))

    def sees(self, *words: str) -> bool:
        return all(word in self.text for word in words)

    @property
    def buttons(self) -> list[str]:
        """What can be pressed."""
        return [_name(button) for form, button in self._buttons() if "hidden" not in form.attrib]

    def has(self, label: str) -> bool:
        return label in self.buttons

    def _buttons(self) -> Iterator[tuple[Element, Element]]:
        """Every button with its form, which it may also name from afar."""
        forms = {form.attrib.get("id"): form for form in self.page.iter("form")}
        for button in self.page.iter("button"):
            if "form" in button.attrib and button.attrib["form"] in forms:
                yield forms[button.attrib["form"]], button
        for form in self.page.iter("form"):
            for button in form.iter("button"):
                if button.attrib.get("type", "submit") == "submit" and "form" not in button.attrib:
                    yield form, button

    def _go(self, method: str, address: str, **sent: Any) -> "Visitor":
        self.address = urljoin(self.address, address)
        response = self.client.open(self.address, method=method, csrf=False, **sent)  # its token is in the form
        while response.status_code in _REDIRECTS:
            parts = urlsplit(urljoin(self.address, response.location))
            self.address = f"{parts.path}?{parts.query}".rstrip("?")
            response = self.client.get(self.address)
        self.status, self.data = response.status_code, response.data
        if response.mimetype == "text/html":
            self.page = check(response.text)
        response.close()
        return self


def _name(element: Element) -> str:
    return element.attrib.get("aria-label") or text_of(element) or element.attrib.get("title", "")


def _is_called(element: Element, label: str) -> bool:
    return _name(element) == label


def _fields(form: Element) -> dict[str, Any]:
    """What a browser would send of a form as it stands."""
    found: dict[str, Any] = {}
    for field in form.iter():
        name = field.attrib.get("name")
        if name is None or "disabled" in field.attrib:
            continue
        if field.tag == "select":
            found[name] = _chosen(field)
        elif field.tag == "textarea":
            found[name] = "".join(field.itertext())
        elif field.tag == "input" and field.attrib.get("type") in {"checkbox", "radio"}:
            if "checked" in field.attrib:
                found[name] = field.attrib.get("value", "on")
        elif field.tag == "input" and field.attrib.get("type") != "file":
            found[name] = field.attrib.get("value", "")
    return found


def _chosen(select: Element) -> Any:
    options = list(select.iter("option"))
    chosen = [option.attrib.get("value", text_of(option)) for option in options if "selected" in option.attrib]
    if "multiple" in select.attrib:
        return chosen
    return chosen[0] if chosen else next((option.attrib.get("value", text_of(option)) for option in options), "")
