"""`make mutants`: does a test fail when a function of stock, demand or orders has a mistake in it?

Each mutant is put into the database that all tests are cloned from; first the tests of its function are run, then those of its
domain and of the promises, until one fails. SAMPLE is how many are tried (0: all of them), SEED chooses which. A line for each that
survived; at least 95 in 100 must not.
"""

import io
import os
import random
import signal
import sys
import time
from contextlib import redirect_stderr, redirect_stdout

import psycopg
import pytest

from tests.mutation.mutants import Mutant, mutants
from tests.support.server import RunningServer, share
from tests.support.source import ROOT

SAMPLE = int(os.environ.get("SAMPLE", "100"))
SEED = int(os.environ.get("SEED", str(random.randrange(10**6))))  # noqa: S311 - which are tried
SECONDS_MAX = int(os.environ.get("SECONDS_MAX", "3600"))
SHARE_MIN = 0.95


def main() -> None:
    tried = list(mutants())
    print(f"{len(tried)} mutants; {SAMPLE or 'all'} of them with SEED={SEED}", flush=True)
    chosen = random.Random(SEED).sample(tried, min(SAMPLE or len(tried), len(tried)))  # noqa: S311
    until = time.monotonic() + SECONDS_MAX
    killed, survived = 0, []
    server = RunningServer()
    share(server.address)
    try:
        for mutant in chosen:
            if time.monotonic() > until:
                print("The time is over.")
                break
            verdict = judge(server, mutant)
            killed += verdict == "killed"
            if verdict == "survived":
                survived.append(mutant)
                print(f"SURVIVED {mutant.name}: {mutant.text() or '(gone)'}", flush=True)
    finally:
        server.stop()
    total = killed + len(survived)
    print(f"{killed} of {total} killed ({killed / total:.0%})")
    sys.exit(killed < SHARE_MIN * total)


def judge(server: RunningServer, mutant: Mutant) -> str:
    """Killed or survived; or no mutant at all, where PostgreSQL does not take it."""
    original = mutant.path.read_text()
    try:
        _load(server, mutant.source)
    except psycopg.Error:
        return "refused"
    try:
        return "killed" if any(_fails(tests) for tests in _tests_of(mutant)) else "survived"
    finally:
        _load(server, original)


def _load(server: RunningServer, source: str) -> None:
    with psycopg.connect(server.template_url, autocommit=True) as connection:
        connection.execute(source.encode())


def _tests_of(mutant: Mutant) -> list[list[str]]:
    """The narrow ones first."""
    folder = f"tests/sql/{mutant.path.parts[-3]}"
    own = f"{folder}/test_{mutant.path.stem}.py"
    promises = [f"tests/concurrency/test_{name}.py" for name in ("promises", "storm")]
    return [[own if (ROOT / own).exists() else folder], [folder, "tests/sql/orders/test_place.py", *promises]]


def _fails(tests: list[str]) -> bool:
    """Run in a process of its own, that starts with everything imported."""
    child = os.fork()
    if child == 0:
        signal.alarm(600)
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            code = pytest.main(["-x", "-q", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", "not slow", *tests])
        os._exit(int(code != pytest.ExitCode.OK))
    return os.waitpid(child, 0)[1] != 0


if __name__ == "__main__":
    main()
