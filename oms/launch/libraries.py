"""The system libraries with which WeasyPrint draws PDFs. As a program: exits with 1 and names those missing."""

import contextlib
import ctypes
import sys

# Each under its names on Linux and on macOS, where Homebrew's folders are not searched by themselves.
_NAMES = {
    "GObject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib"),
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    "HarfBuzz Subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib"),
}
_FOLDERS = ("", "/opt/homebrew/lib/", "/usr/local/lib/") if sys.platform == "darwin" else ("",)


def missing_libraries() -> list[str]:
    """Which of them this machine lacks."""
    return [title for title, names in _NAMES.items() if not any(_loads(name) for name in names)]


def _loads(name: str) -> bool:
    for folder in _FOLDERS:
        with contextlib.suppress(OSError):
            ctypes.CDLL(folder + name)
            return True
    return False


if __name__ == "__main__":
    missing = missing_libraries()
    if missing:
        print("Not installed:", ", ".join(missing))
        sys.exit(1)
