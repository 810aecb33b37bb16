"""`make mutants`: does a test fail when a function of stock, demand or orders has a mistake in it? README.md says how.

SAMPLE is how many are tried (0: all), SEED chooses which, ONLY names functions by the beginning of their name. A line for each that
survived; at least 95 in 100 must not.
"""

import os
import random
import sys
from collections import Counter

import pytest

from tests.mutation.equivalents import equivalents
from tests.mutation.judge import Judge
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.verdicts import Verdicts
from tests.support.server import RunningServer, share

SAMPLE = int(os.environ.get("SAMPLE", "0"))
SEED = int(os.environ.get("SEED", str(random.randrange(10**6))))  # noqa: S311 - which are tried
ONLY = os.environ.get("ONLY", "")
SHARE_MIN = 0.95
TESTS = ("tests/sql", "tests/concurrency", "tests/properties", "--ignore-glob=*/test_http_*.py")
_OPTIONS = ("-q", "-s", "--tb=no", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", "not slow and not browser")


def main() -> None:
    """Collect the tests once, judge every mutant with them, say what came of it."""
    found = [mutant for mutant in mutants() if mutant.name.startswith(ONLY)]
    chosen = random.Random(SEED).sample(found, min(SAMPLE or len(found), len(found)))  # noqa: S311
    print(f"{len(found)} mutants; {len(chosen)} of them with SEED={SEED}", flush=True)
    server = RunningServer(track_functions="all", statement_timeout="10s", lock_timeout="4s")
    share(server.address)
    try:
        judge = Judge(server, chosen)
        pytest.main([*_OPTIONS, *TESTS], plugins=[judge])
    finally:
        server.stop()
    sys.exit(_report(chosen, judge.verdicts) < SHARE_MIN)


def _report(mutants: list[Mutant], verdicts: Verdicts) -> float:
    """Print who survived, and how many not; the share of those that were killed."""
    excused = equivalents()
    words: Counter[str] = Counter()
    for mutant in mutants:
        verdict = verdicts.of(mutant)
        word = "equivalent" if mutant.key in excused else verdict.word if verdict else "not judged"
        words[word] += 1
        if word == "survived":
            print(f"SURVIVED {mutant.name}: {mutant.was} => {mutant.becomes}")
    share = words["killed"] / max(words["killed"] + words["survived"], 1)
    print(f"{share:.1%} killed: {dict(words)}")
    return share


if __name__ == "__main__":
    main()
