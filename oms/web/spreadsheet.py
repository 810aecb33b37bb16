"""Tables as CSV: in English column names that other software can rely on, figures plain, nothing that runs."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def lines(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Line by line, as fast as it is read. Begins with the mark by which spreadsheets know UTF-8."""
    yield "\ufeff" + _line(columns)
    for cells in rows:
        yield _line(cells)


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cell if isinstance(cell, int) else _harmless(str(cell)) for cell in cells)
    return out.getvalue()


def _harmless(cell: str) -> str:
    """Spreadsheets run what begins like a formula; an apostrophe makes it text again."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
