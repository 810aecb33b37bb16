"""The process that does the work, and may die of it."""

import os
import signal

import pytest

from jobs.horse import Horse, HorseDiedError


def prepare():
    signal.signal(signal.SIGALRM, signal.SIG_DFL)


def perform(task):
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "leave":
        os._exit(3)
    if task == "stay":
        signal.pause()


@pytest.fixture
def horse():
    return Horse(prepare, perform)


def test_it_does_one_after_the_other(horse):
    for _ in range(3):
        horse.take("work")
        assert horse.is_done(within=10)
    horse.let_go()


@pytest.mark.parametrize(("task", "how"), [("die", "SIGKILL"), ("leave", "exit code 3")])
def test_it_says_how_it_died(horse, task, how):
    horse.take(task)
    with pytest.raises(HorseDiedError, match=how):
        horse.is_done(within=10)


def test_it_notices_that_it_died_between_tasks(horse):
    os.kill(horse._process.pid, signal.SIGKILL)
    horse._process.join()
    with pytest.raises(HorseDiedError, match="SIGKILL"):
        horse.take("work")


def test_it_can_be_killed_whatever_it_does(horse):
    horse.take("stay")
    assert not horse.is_done(within=0.01)
    horse.kill()
    assert not horse._process.is_alive()


def test_it_is_not_stopped_by_signals_to_the_worker(horse):
    horse.take("work")
    assert horse.is_done(within=10)
    os.kill(horse._process.pid, signal.SIGTERM)
    os.kill(horse._process.pid, signal.SIGINT)
    horse.take("work")
    assert horse.is_done(within=10)
    horse.let_go()
