"""One running line of the Procfile."""

import os
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping

from oms.launch.parent import dies_with_us
from oms.launch.refusal import Refusal

_RESTARTS = 5
_WITHIN_SECONDS = 60
_FIRST_SECONDS = 5
_LAST_LINES = 15


class Process:
    """Starts a command, passes on its lines, starts it again when it ends, and stops it."""

    def __init__(self, name: str, command: str, environ: Mapping[str, str], say: Callable[[str, str], None]) -> None:
        """`say(name, line)` receives each line of output."""
        self.name = name
        self._command = command
        self._environ = environ
        self._say = say
        self._last_lines: deque[str] = deque(maxlen=_LAST_LINES)
        self._starts: deque[float] = deque(maxlen=_RESTARTS)
        self._child: subprocess.Popen[bytes] | None = None
        self._reader = threading.Thread()

    def start(self) -> None:
        """Run the command in a group of its own, so that Ctrl-C reaches only us and we stop things in order."""
        self._starts.append(time.monotonic())
        words = [*dies_with_us("TERM"), "/bin/sh", "-c", f"exec {self._command}"]
        self._child = subprocess.Popen(  # noqa: S603 - the command is our Procfile's
            words,
            env=self._environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            process_group=0,
        )
        self._reader = threading.Thread(target=self._read, args=(self._child,), daemon=True)
        self._reader.start()

    def keep_running(self) -> None:
        """Start it again if it has ended; refuse to go on with one that cannot even start or keeps ending."""
        if self._child is None or self._child.poll() is None:
            return
        self._reader.join(timeout=1)
        lived = time.monotonic() - self._starts[0]
        if len(self._starts) == 1 and self._child.returncode > 0 and lived < _FIRST_SECONDS:
            last_line = self._last_lines[-1] if self._last_lines else _how(self._child.returncode)
            raise Refusal(f"{self.name} could not be started: {last_line}")
        if len(self._starts) == _RESTARTS and lived < _WITHIN_SECONDS:
            raise Refusal(self.last_words())
        self._say("oms", f"{self.name} ended ({_how(self._child.returncode)}) and is started again")
        time.sleep(0.2 * len(self._starts))
        self.start()

    def running(self) -> bool:
        """Whether the process is there."""
        return self._child is not None and self._child.poll() is None

    def stop(self, signum: signal.Signals) -> None:
        """Ask it to end."""
        if self._child is not None and self.running():
            self._child.send_signal(signum)

    def wait(self, until: float) -> None:
        """Wait for its end; past the time it and its children are killed."""
        if self._child is None:
            return
        try:
            self._child.wait(max(0.0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(self._child.pid, signal.SIGKILL)
            self._child.wait()
        self._child = None

    def last_words(self) -> str:
        """Why the whole cannot go on, for a process that keeps ending."""
        return "\n".join([f"{self.name} keeps ending, so OMS stops. Its last lines were:", *self._last_lines])

    def _read(self, child: subprocess.Popen[bytes]) -> None:
        assert child.stdout is not None  # noqa: S101 - it is a pipe, see start
        for line in child.stdout:
            text = line.decode(errors="replace").rstrip()
            self._last_lines.append(text)
            self._say(self.name, text)
        child.stdout.close()


def _how(returncode: int) -> str:
    return signal.Signals(-returncode).name if returncode < 0 else f"exit code {returncode}"
