"""Short-lived programs that either work or say why not."""

import subprocess

from oms.launch.refusal import Refusal


def run_program(words: list[str]) -> str:
    """Run to the end and return what it printed; a failure becomes a refusal with its last words."""
    done = subprocess.run(words, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode != 0:
        last_words = " ".join(done.stderr.strip().splitlines()[-1:]) or f"exit code {done.returncode}"
        message = f"{words[0].rpartition('/')[2]} failed: {last_words}"
        raise Refusal(message)
    return done.stdout
