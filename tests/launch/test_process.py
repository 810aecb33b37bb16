import os
import signal
import time

import psutil
import pytest

from oms.launch.process import Process
from oms.launch.refusal import Refusal


class Said(list):
    def __call__(self, name, line):
        self.append((name, line))

    def wait_for(self, entry):
        until = time.monotonic() + 60
        while entry not in self:
            assert time.monotonic() < until, self
            time.sleep(0.01)


def make(command, said):
    return Process("web", command, os.environ, said)


def test_it_passes_lines_on_and_stops():
    said = Said()
    process = make("sh -c 'echo ready; exec sleep 60'", said)
    process.start()
    said.wait_for(("web", "ready"))
    assert process.running()
    process.stop(signal.SIGTERM)
    process.wait(time.monotonic() + 60)
    assert not process.running()


def test_it_kills_what_does_not_stop_with_its_children():
    said = Said()
    process = make("""sh -c 'trap "" TERM; sleep 61 & echo $!; wait; wait'""", said)
    process.start()
    while not said:
        time.sleep(0.01)
    child = psutil.Process(int(said[0][1]))
    process.stop(signal.SIGTERM)
    process.wait(time.monotonic() + 0.3)
    assert psutil.wait_procs([child], timeout=60)[1] == []


def test_it_starts_again_what_dies():
    said = Said()
    process = make("sh -c 'echo here; kill -9 $$'", said)
    process.start()
    said.wait_for(("web", "here"))
    while process.running():
        time.sleep(0.01)
    process.keep_running()
    said.wait_for(("oms", "web ended (SIGKILL) and is started again"))
    process.wait(time.monotonic() + 60)


def test_it_refuses_what_cannot_even_start():
    process = make("sh -c 'echo initdb failed: No space left on device; exit 1'", Said())
    process.start()
    with pytest.raises(Refusal, match=r"^web could not be started: initdb failed: No space left on device$"):
        keep_running_for(process, seconds=60)


def test_it_gives_up_on_what_keeps_ending_and_shows_its_last_lines():
    process = make("sh -c 'echo No space left on device; kill -9 $$'", Said())
    process.start()
    with pytest.raises(Refusal, match=r"(?s)web keeps ending, so OMS stops.*No space left on device"):
        keep_running_for(process, seconds=60)


def keep_running_for(process, seconds):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        process.keep_running()
        time.sleep(0.02)
