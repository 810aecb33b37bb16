"""What was wrong in a file of orders, as a file for a spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from oms.channels.reasons import sentence
from oms.web import spreadsheet

COLUMNS = ("row", "order", "outcome", "problem", "where")


def written(problems: Iterable[Any]) -> Iterator[str]:
    """Line by line."""
    return spreadsheet.lines(COLUMNS, map(_cells, problems))


def _cells(problem: Any) -> list[object]:
    outcome = "skipped" if problem.is_skipped else "quarantined"
    return [problem.row_number, problem.name, outcome, sentence(problem.reason), problem.reason.get("pointer", "")]
