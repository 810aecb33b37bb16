"""From git clone to the first page, and the next start."""

import subprocess
import tempfile
import time
from pathlib import Path

from bench.system import ROOT, running


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="oms-bench-") as folder:
        clone, data = Path(folder) / "clone", Path(folder) / "data"
        began = time.monotonic()
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)  # noqa: S603, S607 - our own words
        cloned = time.monotonic() - began
        for name in ("first start, with the demo shop", "next start"):
            with running(data, demo=True, command=("make", "--silent", "run"), cwd=clone) as system:
                print(f"| {name} | {cloned + system.seconds:.1f} s |", flush=True)
            cloned = 0
