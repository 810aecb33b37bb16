"""What the person at the console sees: our own lines as they are, each process' lines behind its name."""

import sys
from datetime import UTC, datetime

from honcho.colour import get_colours
from honcho.printer import Message, Printer

# The servers' logs matter only when one fails, and then its last lines are shown.
_QUIET = {"db", "redis"}
_WIDTH = len("worker")


class Console:
    """Writes to standard output until nobody listens there any more."""

    def __init__(self) -> None:
        self._printer = Printer(sys.stdout, width=_WIDTH)
        self._colors = get_colours()
        self._color_of: dict[str, str] = {}

    def line(self, name: str, text: str) -> None:
        """Show one line of a process."""
        if name in _QUIET:
            return
        color = self._color_of.setdefault(name, "" if name == "oms" else next(self._colors))
        message = Message(type="line", data=text, time=datetime.now(UTC).astimezone(), name=name, colour=color)
        try:
            self._printer.write(message)
        except BrokenPipeError:
            _QUIET.add(name)

    @staticmethod
    def say(text: str) -> None:
        """Show something of our own."""
        print(text, flush=True)
