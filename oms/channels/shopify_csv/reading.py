"""A CSV file as people have it: any usual encoding, delimiter and spelling of the heading; read row by row."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

_DELIMITERS = ",;\t|"
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CELL_MAX = 1024 * 1024


class UnreadableError(Exception):
    """This is no file of the kind it should be; `missing` names the columns it lacks."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


@dataclass
class Record:
    """One row: cells by the heading in small letters. `number` is its line in a spreadsheet."""

    number: int
    cells: dict[str, str] = field(default_factory=dict)
    is_too_wide: bool = False

    def text(self, *columns: str) -> str:
        """The first of these columns that says something."""
        return next((self.cells[column] for column in columns if self.cells.get(column)), "")


def records(content: bytes, required: list[str]) -> Iterator[Record]:
    """The rows below the heading. Raises UnreadableError, at the first row, where a required column is missing."""
    csv.field_size_limit(_CELL_MAX)
    lines = io.TextIOWrapper(io.BytesIO(content), _encoding(content), errors="replace", newline="")
    above, heading = _heading(lines)
    delimiter = max(_DELIMITERS, key=heading.count)
    names = [name.strip().lower() for name in next(csv.reader([heading], delimiter=delimiter), [])]
    missing = [column for column in required if column.lower() not in names]
    if missing:
        raise UnreadableError(missing)
    reader = csv.reader((line.replace("\0", "") for line in lines), delimiter=delimiter)
    for number, cells in enumerate(_rows(reader), above + 1):
        if any(cell.strip() for cell in cells):
            named = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
            yield Record(number, named, is_too_wide=any(cell.strip() for cell in cells[len(names) :]))


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return encoding
    try:
        codecs.decode(content, "utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _heading(lines: io.TextIOWrapper) -> tuple[int, str]:
    """The first line that says something, and its number; Excel may write `sep=;` above it."""
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.lower().startswith("sep="):
            return number, line
    return 0, ""


def _rows(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The reader's rows; one that csv cannot take counts, and is empty."""
    while True:
        try:
            yield next(reader)
        except csv.Error:
            yield []
        except StopIteration:
            return
