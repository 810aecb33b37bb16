"""Nothing is really printed, which takes seconds, unless a test asks for `on_paper`.

Fixture: `printed`, the HTML of every document that was printed; labels of parcels are printed elsewhere and not among them.
"""

import pytest

from oms.fulfillment.carriers.simulator import label
from oms.web import documents


@pytest.fixture
def on_paper() -> None:
    """Really print."""


@pytest.fixture(autouse=True)
def printed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What went to the press."""
    sheets: list[str] = []
    if "on_paper" not in request.fixturenames:
        print_nothing(monkeypatch, sheets)
    return sheets


def print_nothing(monkeypatch: pytest.MonkeyPatch, sheets: list[str]) -> None:
    """Keep documents as they would go to the press."""

    def print_pdf(html: str) -> bytes:
        sheets.append(html)
        return f"%PDF {len(sheets)}".encode()

    monkeypatch.setattr(documents, "print_pdf", print_pdf)
    monkeypatch.setattr(label, "print_pdf", lambda _html: b"%PDF-label")
