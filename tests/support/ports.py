"""A port for a server that has to be told its number."""

import socket
from contextlib import suppress
from random import randrange


def free_port() -> int:
    """Below those that the system gives to connections, so that none of them takes it before the server does."""
    while True:
        port = randrange(20_000, 30_000)  # noqa: S311 - any will do
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
