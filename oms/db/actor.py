"""Who acts: carried in a context variable and handed to PostgreSQL with every transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """Somebody or something that acts. `locations` None means every location, a tuple only those."""

    kind: str
    id: int | None = None
    name: str = ""
    locations: tuple[int, ...] | None = None

    @property
    def label(self) -> str:
        """The form kept in the event log, such as `person:7` or `job`."""
        return self.kind if self.id is None else f"{self.kind}:{self.id}"

    @property
    def scope(self) -> str:
        """The form row-level security reads: `*`, or location ids with commas, or nothing at all."""
        return "*" if self.locations is None else ",".join(map(str, self.locations))


SYSTEM = Actor("system", name="OMS")

_current: ContextVar[Actor | None] = ContextVar("oms_actor", default=None)
_looks: ContextVar[list[str] | None] = ContextVar("oms_looks", default=None)


def current_actor() -> Actor | None:
    return _current.get()


@contextmanager
def acting_as(actor: Actor | None) -> Iterator[None]:
    """Let `actor` act inside the block; transactions begun there carry its name and its scope."""
    token, looks = _current.set(actor), _looks.set([])
    try:
        yield
    finally:
        _current.reset(token)
        _looks.reset(looks)


def first_look() -> str | None:
    """What could be seen (a pg_snapshot) when whoever acts began to read; None where they have not yet."""
    looks = _looks.get()
    return looks[0] if looks else None


def note_look(snapshot: str) -> None:
    """A transaction begins and can see this."""
    looks = _looks.get()
    if looks is not None and not looks:
        looks.append(snapshot)
