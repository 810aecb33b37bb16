"""What migrations leave behind, written down: `make freeze` after adding one, tests/rules compares.

migrations/frozen.txt holds the hash of every landed migration; none is edited afterwards. migrations/schema.sql is the
heart of the system for whoever wants to read it: the tables, without functions, triggers, policies and grants, which
have files of their own. docs/states.md draws how things change state.
"""

import hashlib
import subprocess
import tempfile

from oms.embedded import postgres_bin
from tests.support.server import RunningServer
from tests.support.source import ROOT
from tests.support.states import STATES, diagrams

FROZEN = ROOT / "migrations/frozen.txt"
SCHEMA = ROOT / "migrations/schema.sql"
_NOISE = ("--", "SET ", "SELECT pg_catalog.set_config", "\\restrict", "\\unrestrict")
_HAVE_FILES = (" FUNCTION ", " TRIGGER ", " POLICY ", " ROW SECURITY ", " ACL ")


def hashes() -> str:
    """One line for each migration."""
    paths = sorted((ROOT / "migrations/versions").glob("*.py"))
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths)


def schema(url: str) -> str:
    """The tables of a migrated database as SQL."""
    with tempfile.NamedTemporaryFile() as archive, tempfile.NamedTemporaryFile("w") as wanted:
        _run("pg_dump", "--schema-only", "--no-owner", "--format=custom", f"--file={archive.name}", url)
        entries = _run("pg_restore", "--list", archive.name).splitlines()
        wanted.write("\n".join(entry for entry in entries if not any(kind in entry for kind in _HAVE_FILES)))
        wanted.flush()
        lines = _run("pg_restore", f"--use-list={wanted.name}", "--no-owner", "--file=-", archive.name).splitlines()
    kept = [line for line in lines if not line.startswith(_NOISE)]
    paragraphs = [paragraph.strip() for paragraph in "\n".join(kept).split("\n\n")]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _run(program: str, *words: str) -> str:
    binaries = postgres_bin()
    assert binaries is not None
    done = subprocess.run([str(binaries / program), *words], check=True, capture_output=True, text=True)
    return done.stdout


def main() -> None:
    """Write all three files."""
    server = RunningServer()
    try:
        FROZEN.write_text(hashes())
        SCHEMA.write_text(schema(server.template_url))
        STATES.write_text(diagrams(server.template_url))
    finally:
        server.stop()


if __name__ == "__main__":
    main()
