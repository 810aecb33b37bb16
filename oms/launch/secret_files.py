"""The secrets OMS makes for itself on the first start, each in a file only its owner can read."""

import os
import secrets
from pathlib import Path


def make_secrets(data_dir: Path) -> None:
    """Make the key that signs sessions and links, and the embedded database's password, unless they exist."""
    for name in ("secret_key", "postgres_password"):
        if not (data_dir / name).exists():
            write_private(data_dir / name, secrets.token_hex(32) + "\n")


def write_private(path: Path, text: str) -> None:
    """Write a file whole or not at all, closed to others from its first byte on."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
