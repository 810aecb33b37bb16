"""A plugin of pytest: in place of running all tests once, it runs for each mutant those that reach it, until one fails.

Tests are collected and imported once, and one process with one connection judges mutant after mutant: most tests change nothing
for good in its database, the others clone the template, which has the same mistake. Where a test never ends the process does, and
another goes on with the next mutant.
"""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress

import psycopg
import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.callers import near_to
from tests.mutation.equivalents import equivalents
from tests.mutation.mutants import Mutant
from tests.mutation.reach import Reach, known, survey
from tests.mutation.verdicts import Verdicts
from tests.support.server import RunningServer
from tests.support.source import ROOT

FOLDER = ROOT / "var" / "mutants"
DATABASE = "oms_mutants"
TEST_SECONDS_MAX = 60
TESTS_MOST = 200
TESTS_TOGETHER_MOST = 10
SEVERAL = "tests/concurrency"
LOCKS = f"{SEVERAL}/test_lock"


class Judge:
    def __init__(self, server: RunningServer, mutants: list[Mutant]) -> None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        self._server = server
        self._server.address.clone(DATABASE)
        self._mutants = mutants
        self.verdicts = Verdicts(FOLDER / "verdicts.jsonl")
        self._items: dict[str, pytest.Function] = {}
        self._reach: dict[str, Reach] = {}

    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[str], request: pytest.FixtureRequest) -> str | None:
        """The database of tests that change nothing for good is the one with the mutant in it."""
        if fixturedef.argname != "database":
            return None
        fixturedef.cached_result = (DATABASE, fixturedef.cache_key(request), None)
        return DATABASE

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._items = {item.nodeid: item for item in session.items if isinstance(item, pytest.Function)}
        _forked(lambda: survey(list(self._items.values()), FOLDER / "reach.jsonl"))
        self._reach = {test: told for test, told in known(FOLDER / "reach.jsonl").items() if test in self._items}
        left_out = [test for test, told in self._reach.items() if not told.is_fit]
        print(f"{len(self._reach)} tests; these fail or are slow, and judge nothing:", *left_out, sep="\n", flush=True)
        self._judge_all()
        return True

    def _judge_all(self) -> None:
        """Who was killed stays so as long as its function is what it was; who survived is tried again at last: a test may have come."""
        verdicts = [(mutant, self.verdicts.of(mutant)) for mutant in self._mutants if mutant.key not in equivalents()]
        waiting = [mutant for mutant, verdict in verdicts if verdict is None]
        waiting += [mutant for mutant, verdict in verdicts if verdict and verdict.word == "survived"]
        while waiting:
            before = self.verdicts.count
            has_ended = _forked(lambda waiting=waiting: self._judge(waiting))
            self.verdicts.read()
            judged = self.verdicts.count - before
            if not has_ended:
                self.verdicts.keep(waiting[judged], "killed", "time", TEST_SECONDS_MAX)
                self._load(waiting[judged].original)
                judged += 1
            waiting = waiting[judged:]

    def _judge(self, mutants: list[Mutant]) -> None:
        for mutant in mutants:
            begun = time.monotonic()
            word, by = "refused", ""
            with suppress(psycopg.Error):
                self._load(mutant.source)
                by = self._first_failure(mutant)
                word = "killed" if by else "survived"
            self._load(mutant.original)
            self.verdicts.keep(mutant, word, by, time.monotonic() - begun)

    def _load(self, source: str) -> None:
        for url in (self._server.address.url(DATABASE), self._server.template_url):
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(source.encode())

    def _first_failure(self, mutant: Mutant) -> str:
        for item in self._tests_of(mutant):
            signal.alarm(TEST_SECONDS_MAX)
            reports = runtestprotocol(item, log=False, nextitem=item.session)
            if any(report.failed for report in reports):
                return item.nodeid
        return ""

    def _tests_of(self, mutant: Mutant) -> list[pytest.Function]:
        """What killed its like first, then its own and its callers' tests, its domain's, others; file by file in turns.

        Only as many as are near: what hundreds show by chance is shown by none on purpose. Tests of several sessions come after the
        others, but first where the mistake is one of locks.
        """
        killers = self.verdicts.killers(mutant.function)
        near = tuple(f"tests/sql/{one.replace('.', '/test_')}.py" for one in near_to(mutant.function))
        domain = f"tests/sql/{mutant.function.partition('.')[0]}/"
        turns: Counter[str] = Counter()
        places: dict[str, tuple[bool, bool, bool, int]] = {}
        for test, told in sorted(self._reach.items(), key=lambda known: known[1].seconds):
            if told.is_fit and (mutant.function in told.functions or test.startswith(near)):
                file = test.partition("::")[0]
                turns[file] += 1
                is_near = test.startswith((*near, LOCKS))
                places[test] = (test not in killers, not is_near, not test.startswith(domain), turns[file])
        reaching = sorted(places, key=lambda test: places[test])
        alone = [test for test in reaching if not test.startswith(SEVERAL)][:TESTS_MOST]
        together = [test for test in reaching if test.startswith(SEVERAL)][:TESTS_TOGETHER_MOST]
        return [self._items[test] for test in (together + alone if mutant.is_of_locks else alone + together)]


def _forked(work: Callable[[], None]) -> bool:
    """Do a work in a process of its own, where nobody hears what tests say; whether it came to its end."""
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        work()
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0
