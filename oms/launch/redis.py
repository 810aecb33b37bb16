"""The embedded Redis: a doorbell for background work, in memory only, reached through one closed socket, no TCP.

As a Procfile process (`python -m oms.launch.redis`) it becomes the server itself. Work to be done is in PostgreSQL,
so nothing is written to disk here, and a machine without any redis-server only takes up work a little later.
"""

import os
import sys
from pathlib import Path

from oms import embedded
from oms.launch.refusal import Refusal
from oms.launch.sockets import socket_folder
from oms.launch.stand_by import stand_by
from oms.settings import load_settings


def command(server: Path, folder: Path) -> list[str]:
    """The words that start the server with its socket in a folder."""
    options = {
        "port": "0",
        "unixsocket": str(folder / "redis.sock"),
        "unixsocketperm": "700",
        "dir": str(folder),
        "save": "",
        "appendonly": "no",
        "maxmemory": "64mb",
        "maxmemory-policy": "noeviction",
        "loglevel": "warning",
    }
    return [str(server), *(word for name, setting in options.items() for word in (f"--{name}", setting))]


def main() -> None:
    """Become the server; with a REDIS_URL, or on a machine that has none, there is nothing to be."""
    if "REDIS_URL" in os.environ:
        stand_by("REDIS_URL is set: no embedded Redis.")
    server = embedded.redis_server()
    if server is None:
        stand_by("This machine has no redis-server: background work is looked up in PostgreSQL every few seconds.")
    words = command(server, socket_folder(load_settings().data_dir, "redis"))
    os.execv(words[0], words)  # noqa: S606 - a list of words, no shell


if __name__ == "__main__":
    try:
        main()
    except Refusal as refusal:
        sys.exit(str(refusal))
