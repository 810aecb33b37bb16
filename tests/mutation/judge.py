"""A plugin of pytest: in place of running all tests once, it runs for each mutant those that reach it, until one fails.

Tests are collected and imported once. Each mutant is judged in a fork, in a database that lives as long as the run: most tests
change nothing there for good, the others clone the template, which has the same mistake. A test that never ends ends with its fork.
"""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import psycopg
import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.equivalents import equivalents
from tests.mutation.mutants import Mutant
from tests.mutation.reach import Reach, known, survey
from tests.mutation.verdicts import Verdict, Verdicts
from tests.support.server import RunningServer
from tests.support.source import ROOT

FOLDER = ROOT / "var" / "mutants"
DATABASE = "oms_mutants"
TEST_SECONDS_MAX = 90


class Judge:
    def __init__(self, server: RunningServer, mutants: list[Mutant]) -> None:
        self._server = server
        self._mutants = mutants
        self._equivalents = equivalents()
        self._verdicts = Verdicts(FOLDER / "verdicts.jsonl")
        self._items: dict[str, pytest.Function] = {}
        self._reach: dict[str, Reach] = {}
        self.count: Counter[str] = Counter()

    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[str], request: pytest.FixtureRequest) -> str | None:
        """The database of tests that change nothing for good is the one with the mutant in it."""
        if fixturedef.argname != "database":
            return None
        fixturedef.cached_result = (DATABASE, fixturedef.cache_key(request), None)
        return DATABASE

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        FOLDER.mkdir(parents=True, exist_ok=True)
        self._server.address.clone(DATABASE)
        self._items = {item.nodeid: item for item in session.items if isinstance(item, pytest.Function)}
        _forked(lambda: survey(list(self._items.values()), FOLDER / "reach.jsonl"))
        self._reach = {test: told for test, told in known(FOLDER / "reach.jsonl").items() if test in self._items}
        print(f"{len(self._reach)} tests; these do not pass, and judge nothing:")
        print(*[test for test, told in self._reach.items() if not told.passed], sep="\n", flush=True)
        for mutant in self._mutants:
            self._count(mutant, self._verdicts.of(mutant) or self._judge(mutant))
        return True

    def _count(self, mutant: Mutant, verdict: Verdict) -> None:
        is_excused = verdict.word == "survived" and mutant.key in self._equivalents
        self.count["equivalent" if is_excused else verdict.word] += 1
        if verdict.word == "survived" and not is_excused:
            print(f"SURVIVED {verdict.seconds:.0f} s {mutant.name}: {mutant.was} => {mutant.becomes}", flush=True)

    def _judge(self, mutant: Mutant) -> Verdict:
        begun = time.monotonic()
        word, by = "refused", ""
        try:
            self._load(mutant.source)
        except psycopg.Error:
            pass
        else:
            by = _forked(lambda: self._first_failure(mutant))
            word = "killed" if by else "survived"
            self._load(mutant.original)
        verdict = Verdict(mutant.name, mutant.fingerprint, word, by, round(time.monotonic() - begun, 2))
        self._verdicts.keep(verdict)
        return verdict

    def _load(self, source: str) -> None:
        for url in (self._server.address.url(DATABASE), self._server.template_url):
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(source.encode())

    def _first_failure(self, mutant: Mutant) -> str:
        for item, following in pairwise([*self._tests_of(mutant), None]):
            signal.alarm(TEST_SECONDS_MAX)
            reports = runtestprotocol(item, log=False, nextitem=following)
            if any(report.failed for report in reports):
                return item.nodeid
        return ""

    def _tests_of(self, mutant: Mutant) -> list[pytest.Function]:
        """What killed its like first, then the function's own tests, its domain's, all others; of each the quick ones first."""
        killers = self._verdicts.killers(mutant.function)
        domain, name = mutant.function.split(".")

        def place(test: str) -> tuple[bool, bool, bool, float]:
            is_own = f"/{domain}/test_{name.strip('_')}.py" in test
            return test not in killers, not is_own, f"tests/sql/{domain}/" not in test, self._reach[test].seconds

        reaching = [test for test, told in self._reach.items() if told.passed and mutant.function in told.functions]
        return [self._items[test] for test in sorted(reaching, key=place)]


def _forked(work: Callable[[], str | None]) -> str:
    """What a work returns that is done in a process of its own; of one that was ended: that its time was over."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        os.write(writing, (work() or "").encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        answer = told.read()
    return answer if os.waitpid(child, 0)[1] == 0 else "time"
