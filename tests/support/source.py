"""The project's own files, for tests that read them."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def python_files(*folders: str) -> list[Path]:
    """Every module in these folders, and app.py."""
    return [
        ROOT / "app.py",
        *(path for folder in folders or ("oms", "jobs") for path in sorted((ROOT / folder).rglob("*.py"))),
    ]


def templates() -> list[Path]:
    return sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt", ".css", ".xml"})


def function_files() -> list[Path]:
    """One SQL function each."""
    return sorted((ROOT / "oms").glob("*/sql/*.sql"))


def layers() -> list[str]:
    """The domains from the ground up, as pyproject.toml has import-linter check them for Python."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    names = [name.strip("()") for contract in contracts if contract["type"] == "layers" for name in contract["layers"]]
    return [name.removeprefix("oms.") for name in reversed(names)]


def nodes(path: Path, kind: type[ast.AST]) -> Iterator[ast.AST]:
    """Every node of a kind in a module."""
    return (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, kind))


def named(path: Path) -> str:
    """The name to show for a file."""
    return str(path.relative_to(ROOT))
