"""Who calls a SQL function, as the files of functions have it: a mistake shows nearest to home."""

from functools import cache
from pathlib import Path

from tests.support.source import function_files


def near_to(function: str) -> list[str]:
    """The function and who calls it, through private functions too, which have no tests of their own."""
    found = [function]
    for one in found:
        if one == function or "._" in one:
            found += [caller for caller in _callers(one) if caller not in found]
    return found


def _callers(function: str) -> list[str]:
    return [_name(path) for path, source in _sources().items() if f"{function}(" in source and _name(path) != function]


def _name(path: Path) -> str:
    return f"{path.parts[-3]}.{path.stem}"


@cache
def _sources() -> dict[Path, str]:
    return {path: path.read_text() for path in function_files()}
