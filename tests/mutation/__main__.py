"""`make mutants`: does a test fail when a function of stock, demand or orders has a mistake in it? README.md says how.

SAMPLE is how many are tried (0: all), SEED chooses which, ONLY names functions by the beginning of their name. A line for each that
survived; at least 95 in 100 must not.
"""

import os
import random
import sys

import pytest

from tests.mutation.judge import Judge
from tests.mutation.mutants import mutants
from tests.support.server import RunningServer, share

SAMPLE = int(os.environ.get("SAMPLE", "0"))
SEED = int(os.environ.get("SEED", str(random.randrange(10**6))))  # noqa: S311 - which are tried
ONLY = os.environ.get("ONLY", "")
SHARE_MIN = 0.95
TESTS = ("tests/sql", "tests/concurrency", "tests/properties", "--ignore-glob=*/test_http_*.py")
_OPTIONS = ("-q", "-s", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", "not slow and not browser")


def main() -> None:
    """Collect the tests once, judge every mutant with them, say what came of it."""
    found = [mutant for mutant in mutants() if mutant.name.startswith(ONLY)]
    chosen = random.Random(SEED).sample(found, min(SAMPLE or len(found), len(found)))  # noqa: S311
    print(f"{len(found)} mutants; {len(chosen)} of them with SEED={SEED}", flush=True)
    server = RunningServer(track_functions="all", statement_timeout="10s", lock_timeout="4s")
    share(server.address)
    judge = Judge(server, chosen)
    try:
        pytest.main([*_OPTIONS, *TESTS], plugins=[judge])
    finally:
        server.stop()
    killed, survived = judge.count["killed"], judge.count["survived"]
    print(f"{killed} of {killed + survived} killed ({killed / (killed + survived):.1%}); {dict(judge.count)}")
    sys.exit(killed < SHARE_MIN * (killed + survived))


if __name__ == "__main__":
    main()
