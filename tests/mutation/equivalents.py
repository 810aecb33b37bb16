"""Mutants that no test can tell from the function itself, each with the reason: equivalents.toml."""

import tomllib
from functools import cache

from tests.support.source import ROOT


@cache
def equivalents() -> dict[tuple[str, str, str], str]:
    """The reason of each, by function, line and what the line becomes."""
    told = tomllib.loads((ROOT / "tests" / "mutation" / "equivalents.toml").read_text())
    return {(one["function"], one["was"], one["becomes"]): one["reason"] for one in told.get("mutant", [])}
