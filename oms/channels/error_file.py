"""What was wrong in a file of orders, as a CSV file that a spreadsheet opens without running anything in it."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from flask_babel import gettext as _

from oms.channels.reasons import sentence

_FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n")


def written(problems: Iterable[Any]) -> Iterator[str]:
    """Row by row. Cells that a spreadsheet would take for a formula begin with an apostrophe."""
    yield "\ufeff" + _row([_("Row"), _("Order"), _("Placed"), _("Problem"), _("Where")])
    for problem in problems:
        outcome = _("left out") if problem.is_skipped else _("in quarantine")
        yield _row(
            [problem.row_number, problem.name, outcome, sentence(problem.reason), problem.reason.get("pointer", "")]
        )


def _row(cells: list[Any]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_harmless(str(cell)) for cell in cells])
    return line.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_BEGINNINGS) else cell
