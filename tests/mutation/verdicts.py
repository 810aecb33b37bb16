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
    """Who was killed stays so as long as its function is what it was; who survived is tried again, for a test may have come."""

    def __init__(self, path: Path) -> None:
        self._path = path
        lines = path.read_text().splitlines() if path.exists() else []
        self._kept = {verdict.fingerprint: verdict for verdict in (Verdict(**json.loads(line)) for line in lines)}

    def of(self, mutant: Mutant) -> Verdict | None:
        found = self._kept.get(mutant.fingerprint)
        return found if found and found.word != "survived" else None

    def killers(self, function: str) -> list[str]:
        """The tests that killed other mutants of a function, the last first: the next are likely to fall to them."""
        return [one.by for one in reversed(self._kept.values()) if one.by and one.mutant.startswith(f"{function}:")]

    def keep(self, verdict: Verdict) -> None:
        self._kept[verdict.fingerprint] = verdict
        with self._path.open("a") as file:
            file.write(json.dumps(asdict(verdict)) + "\n")
