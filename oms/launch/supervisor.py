"""Keeps the processes running, and stops them in order: first those who work, then the servers they work with.

A process that ends is started again; one that ends five times within a minute stops everything, with a sentence.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from honcho.environ import parse_procfile

from oms.launch.console import Console
from oms.launch.process import Process

ROOT = Path(__file__).resolve().parents[2]
_STOP_STAGES = (("web", "worker", "clock"), ("redis",), ("db",))
_STAGE_SECONDS = {"web": 20, "redis": 5, "db": 60}


class Supervisor:
    """The processes of the Procfile, while this process lives."""

    def __init__(self, environ: Mapping[str, str], console: Console) -> None:
        """Nothing is started yet."""
        self._environ = {
            **environ,
            "PYTHONUNBUFFERED": "1",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        self._console = console
        self._commands: dict[str, str] = parse_procfile((ROOT / "Procfile").read_text()).processes
        self._processes: dict[str, Process] = {}
        self._told_to_stop = threading.Event()

    def listen(self) -> None:
        """Stop on Ctrl-C, on SIGTERM and when the terminal is closed; at once when told a second time."""
        signal.signal(signal.SIGINT, self._on_signal)
        signal.signal(signal.SIGTERM, self._on_signal)
        if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup means it
            signal.signal(signal.SIGHUP, self._on_signal)

    def start(self, *names: str) -> None:
        """Start lines of the Procfile."""
        for name in names:
            self._processes[name] = Process(name, self._commands[name], self._environ, self._console.line)
            self._processes[name].start()

    def goes_on(self, seconds: float) -> bool:
        """Look after the processes for a moment; False when it is time to stop."""
        for process in self._processes.values():
            process.keep_running()
        return not self._told_to_stop.wait(seconds)

    def last_words(self, name: str) -> str:
        """The last lines of a process, for a refusal."""
        return self._processes[name].last_words()

    def stop(self) -> None:
        """Stop everything in order. A server has time to finish; nothing is left running."""
        for stage in _STOP_STAGES:
            members = [self._processes[name] for name in stage if name in self._processes]
            for process in members:
                process.stop(_stop_signal(process.name))
            until = time.monotonic() + _STAGE_SECONDS[stage[0]]
            for process in members:
                process.wait(until)
        self._processes.clear()

    def _on_signal(self, _signum: int, _frame: FrameType | None) -> None:
        if self._told_to_stop.is_set():
            self._console.say("Stopping at once; the database recovers by itself on the next start.")
            for process in self._processes.values():
                process.stop(signal.SIGQUIT if process.name == "db" else signal.SIGKILL)
        else:
            self._console.say("\nStopping ...")
            self._told_to_stop.set()


def _stop_signal(name: str) -> signal.Signals:
    """PostgreSQL's SIGTERM waits for its clients to leave; its SIGINT asks them to."""
    return signal.SIGINT if name == "db" else signal.SIGTERM
