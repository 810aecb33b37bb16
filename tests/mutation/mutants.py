"""Small mistakes put into SQL functions, one at a time: what a tired person might leave out or turn around."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.source import ROOT

FOLDERS = ("inventory", "demand", "orders")
# What is mistaken, where it is found within a line, and what it becomes; None takes the whole line away.
_MISTAKES: tuple[tuple[str, str, str | None], ...] = (
    ("no lock", r" for (no key )?(update|share)( of \w+)?( skip locked)?(?=;|$|\)| loop)", ""),
    ("no order", r"\border by [^;]*?(?= limit | loop$| for (no key )?(update|share)|;|$|\))", ""),
    ("a term less", r"^\s+(and|or) [^;]*$", None),
    ("a term less", r" and [^;]+?(?= then$|;$)", ""),
    ("a step less", r"^\s+perform [^;]*;$", None),
    ("limit moved", r" >= ", " > "),
    ("limit moved", r" <= ", " < "),
    ("limit moved", r" > (?=[\w(])", " >= "),
    ("limit moved", r" < (?=[\w(])", " <= "),
    ("turned around", r" <> ", " = "),
    ("turned around", r"\bnot exists\b", "exists"),
    ("other sign", r" \+ (?=\w)", " - "),
    ("other sign", r" - (?=\w)", " + "),
    ("other sign", r", -(?=\w)", ", "),
)


@dataclass(frozen=True)
class Mutant:
    """A function with one mistake in it."""

    path: Path
    line: int
    mistake: str
    original: str
    source: str

    @property
    def function(self) -> str:
        return f"{self.path.parts[-3]}.{self.path.stem}"

    @property
    def name(self) -> str:
        return f"{self.function}:{self.line} {self.mistake}"

    @property
    def is_of_locks(self) -> bool:
        return self.mistake in {"no lock", "no order"} or "for update" in self.was or "lock" in self.was

    @property
    def was(self) -> str:
        return self.original.splitlines()[self.line - 1].strip()

    @property
    def becomes(self) -> str:
        return self.source.splitlines()[self.line - 1].strip() or "(gone)"

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is called by people who write down why no test can tell: lines move, so none is counted."""
        return self.function, self.was, self.becomes

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.source.encode()).hexdigest()[:16]


def mutants() -> Iterator[Mutant]:
    """All of them, function by function; triggers' too."""
    for folder in FOLDERS:
        for path in sorted((ROOT / "oms" / folder / "sql").glob("*.sql")):
            yield from _mutants_of(path)


def _mutants_of(path: Path) -> Iterator[Mutant]:
    original = path.read_text()
    lines = original.splitlines()
    begins = next(number for number, line in enumerate(lines) if line == "as $$")
    for number in range(begins + 1, len(lines)):
        code, dashes, comment = lines[number].partition("  --")
        for mistake, pattern, replacement in _MISTAKES:
            for found in re.finditer(pattern, code):
                if found.group().count("(") != found.group().count(")"):
                    continue
                changed = "" if replacement is None else code[: found.start()] + replacement + code[found.end() :]
                source = "\n".join([*lines[:number], changed + dashes + comment, *lines[number + 1 :]])
                yield Mutant(path, number + 1, mistake, original, source)
