"""Static files: served under a hash of all their contents, so that a browser may keep them for ever.

A stylesheet's own imports are joined in here; that is the whole build step.
"""

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, abort, current_app, make_response, request, send_from_directory, url_for

from oms.web.guards import public

FOLDER = Path(__file__).parents[2] / "static"
_IMPORT = re.compile(r'^@import "([\w./-]+)" layer\((\w+)\);$', re.MULTILINE)
_TEXTS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_URL = re.compile(r'url\("((?:\.\./)+)')


def init_app(app: Flask) -> None:
    app.add_url_rule("/static/<version>/<path:name>", "static", _send)
    app.add_url_rule("/favicon.ico", "favicon", _favicon)
    app.jinja_env.globals["asset"] = asset


def asset(name: str) -> str:
    """The address of a static file, such as `css/app.css`."""
    return url_for("static", version=_version(), name=name)


@public("files of the user interface")
def _send(version: str, name: str) -> Response:
    if Path(name).suffix in _TEXTS:
        if not (FOLDER / name).resolve().is_relative_to(FOLDER) or not (FOLDER / name).is_file():
            abort(404)
        response = _text(name)
    else:
        response = send_from_directory(FOLDER, name)
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if version == _version() else "no-cache"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _text(name: str) -> Response:
    """A file of words, packed where the browser can unpack it: a quarter of the way to a phone."""
    packs = request.accept_encodings.best_match(["gzip"]) is not None
    response = make_response(_packed(name, _version()) if packs else _read(name))
    response.mimetype = _TEXTS[Path(name).suffix]
    response.vary.add("Accept-Encoding")
    if packs:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _read(name: str) -> bytes:
    return stylesheet(name).encode() if name.endswith(".css") else (FOLDER / name).read_bytes()


@lru_cache(maxsize=64)
def _packed(name: str, version: str) -> bytes:  # noqa: ARG001 - what was packed of another version is no longer true
    return gzip.compress(_read(name), mtime=0)


@public("browsers ask for it unasked")
def _favicon() -> Response:
    return send_from_directory(FOLDER, "img/mark.svg", max_age=86400)


def stylesheet(name: str) -> str:
    """A stylesheet with its imports joined in, each in its layer."""
    here = (FOLDER / name).parent

    def join(match: re.Match[str]) -> str:
        part = here / match[1]
        depth = len(Path(match[1]).parts) - 1
        text = _URL.sub(lambda url: 'url("' + url[1].removeprefix("../" * depth), part.read_text())
        return f"@layer {match[2]} {{\n{text}}}"

    return _IMPORT.sub(join, (FOLDER / name).read_text())


def _version() -> str:
    return _fresh_version() if current_app.debug else _fixed_version()


@lru_cache(maxsize=1)
def _fixed_version() -> str:
    return _fresh_version()


def _fresh_version() -> str:
    digest = hashlib.sha256()
    for file in sorted(path for path in FOLDER.rglob("*") if path.is_file()):
        digest.update(file.relative_to(FOLDER).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
