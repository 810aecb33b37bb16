"""Fixtures: `printed`, the HTML of every document that was printed; nothing is really printed, which takes seconds."""

import pytest

from oms.web import documents


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What went to the press."""
    sheets: list[str] = []

    def print_pdf(html: str) -> bytes:
        sheets.append(html)
        return f"%PDF {len(sheets)}".encode()

    monkeypatch.setattr(documents, "print_pdf", print_pdf)
    return sheets
