"""Fixtures: `live_server` and `page`, a tab of Debian's Chromium; for what only a browser can show."""

import os
import re
import shutil
import threading
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from werkzeug.serving import make_server

from oms.web import streams

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# Nothing but the page that is tested: no first-run pages, no updates, no look-ups.
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
# What comes, comes sooner; only what never comes is waited for so long.
expect.set_options(timeout=30_000)
_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}


# What goes away by itself stays: until a test presses "Undo" on a busy machine, a toast's ten seconds may be over.
_PATIENCE = """const { setTimeout } = window;
window.setTimeout = (act, ms, ...given) => setTimeout(act, ms < 5000 ? ms : ms * 60, ...given);"""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for each worker."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        pytest.fail("Chromium is not installed: make test says how")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab with an empty past, which fails the test when the page's own code fails."""
    with browser.new_context(locale="en-GB") as context:
        context.add_init_script(_PATIENCE)
        tab = context.new_page()
        errors: list[str] = []
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.on("console", lambda message: errors.append(message.text) if _is_fault(message) else None)
        yield tab
        assert errors == []


# What a scanner's keys do, at once: a machine that is busy would press them too slowly.
_SCAN = """code => {
  for (const key of [...code, "Enter"]) {
    const target = document.activeElement;
    const isWanted = target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    if (isWanted && key.length === 1 && "value" in target) document.execCommand("insertText", false, key);
  }
}"""


# Keys a tenth of a second apart by their own time, however long a busy machine takes over them.
_PRESS = """keys => {
  let pressedAt = performance.now();
  for (const key of keys) {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, "timeStamp", { value: (pressedAt += 100) });
    document.activeElement.dispatchEvent(event);
  }
}"""


def press(tab: Page, keys: str) -> None:
    """Press one key after the other, as people do."""
    tab.evaluate(_PRESS, keys)


def scan(tab: Page, code: str) -> None:
    """Scan a code into whatever has the focus."""
    tab.evaluate(_SCAN, code)


def faults_of(tab: Page) -> list[str]:
    """What is wrong with a page for those who see, hear or move otherwise: wider than the window, or against a rule."""
    is_wide = tab.evaluate("document.documentElement.scrollWidth > innerWidth")
    broken = Axe().run(tab, options=_RULES).response["violations"]
    return [f"{tab.url} is wider than the window"] * is_wide + [
        f"{tab.url} {rule['id']}: {node['html'][:160]}" for rule in broken for node in rule["nodes"]
    ]


def _is_fault(message: ConsoleMessage) -> bool:
    """Browsers also report what was refused (409) and forms that came back with mistakes (422), which is no fault."""
    return message.type == "error" and not re.search("status of (409|422)", message.text)


@pytest.fixture
def live_server(_app: Flask, committed_db: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The application on a port, on a database of the test's own; the address to open."""
    monkeypatch.setattr(streams, "PING_EVERY", streams.LONGEST)  # a stream that looks again hides that nobody woke it
    pulse = _app.extensions["pulse"] = streams.Pulse()
    _app.config["LIVE_STREAMS"] = 36
    server = make_server("127.0.0.1", 0, _app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    _app.config["LIVE_STREAMS"] = 0  # tests without a server have one connection, which is no other thread's
    pulse.close()
    server.shutdown()
    thread.join()
