"""What came of each mutant, kept in a file: a run that was ended goes on where it was."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.mutation.mutants import Mutant


@dataclass(frozen=True)
class Verdict:
    """`killed` by a test, `survived`, or `refused` by PostgreSQL: no mutant at all."""

    mutant: str
    fingerprint: str
    word: str
    by: str
    seconds: float


class Verdicts:
    """As many as the file has lines; the last of a mutant counts."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._path.touch()
        self.count = 0
        self._last: dict[str, Verdict] = {}
        self.read()

    def read(self) -> None:
        """Also what another process has written meanwhile."""
        told = [Verdict(**json.loads(line)) for line in self._path.read_text().splitlines()]
        self.count = len(told)
        self._last = {verdict.fingerprint: verdict for verdict in told}

    def of(self, mutant: Mutant) -> Verdict | None:
        return self._last.get(mutant.fingerprint)

    def killers(self, function: str) -> set[str]:
        """The tests that killed other mutants of a function: the next are likely to fall to them."""
        return {one.by for one in self._last.values() if one.mutant.startswith(f"{function}:")}

    def keep(self, mutant: Mutant, word: str, by: str, seconds: float) -> None:
        verdict = Verdict(mutant.name, mutant.fingerprint, word, by, round(seconds, 2))
        self._last[verdict.fingerprint] = verdict
        self.count += 1
        with self._path.open("a") as file:
            file.write(json.dumps(asdict(verdict)) + "\n")
