"""Files that people attach: known by what is in them, not by their name, and made harmless where that can be done."""

import re
from io import BytesIO
from typing import Any, NamedTuple

from flask import Response, send_file
from flask_babel import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError
from sqlalchemy import Row
from werkzeug.datastructures import FileStorage

from oms.db import call

SIZE_MAX = 10 * 1024 * 1024
_PIXELS_MAX = 50_000_000
_EXTENSIONS = {
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "text/plain": ".txt",
    "text/csv": ".csv",
}
_PICTURES = {b"\x89PNG\r\n\x1a\n": ("PNG", "image/png"), b"\xff\xd8\xff": ("JPEG", "image/jpeg")}
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NO_NAME = re.compile(r"[\x00-\x1f\x7f/\\]")


class RefusedError(Exception):
    """A file that is not taken; says why."""


class File(NamedTuple):
    """A file as it is kept."""

    name: str
    content_type: str
    content: bytes


def attach(order_id: int, given: FileStorage) -> int:
    """Keep a file that was sent, if it is one that is taken; its id."""
    file = examined(given.filename or "", given.read(SIZE_MAX + 1))
    kept = {"p_name": file.name, "p_content_type": file.content_type, "p_content": file.content}
    return int(call("orders.attach", p_order_id=order_id, **kept))


def download(file: Row[Any]) -> Response:
    """A file as it is sent: to be kept, never to be shown in our name."""
    response = send_file(BytesIO(file.content), mimetype=file.content_type, as_attachment=True, download_name=file.name)
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    response.headers["Cache-Control"] = "no-store"
    return response


def examined(name: str, content: bytes) -> File:
    """The file as it is kept: with the name its content deserves, pictures drawn anew without what is hidden in them."""
    if not content:
        raise RefusedError(_("The file is empty."))
    if len(content) > SIZE_MAX:
        raise RefusedError(_("A file has at most 10 MB."))
    for beginning, (form, content_type) in _PICTURES.items():
        if content.startswith(beginning):
            return _file(name, content_type, _drawn(content, form))
    if content.startswith(b"%PDF-") and b"%%EOF" in content[-2048:]:
        return _file(name, "application/pdf", content)
    if _is_text(content):
        return _file(name, "text/csv" if name.lower().endswith(".csv") else "text/plain", content)
    raise RefusedError(_("Attach a PDF, PNG, JPEG, text or CSV file. This one is something else."))


def _file(name: str, content_type: str, content: bytes) -> File:
    extension = _EXTENSIONS[content_type]
    stem = _NO_NAME.sub("", name.replace("\\", "/").rpartition("/")[2])
    stem = stem[: -len(extension)] if stem.lower().endswith(extension) else re.sub(r"\.\w{1,5}$", "", stem)
    return File((stem.strip(" .") or "file")[:100] + extension, content_type, content)


def _drawn(content: bytes, form: str) -> bytes:
    """A picture from its pixels alone: upright, and without the place and the camera that took it."""
    try:
        with Image.open(BytesIO(content), formats=[form]) as picture:
            if picture.width * picture.height > _PIXELS_MAX:
                raise RefusedError(_("The picture is too large: at most 50 megapixels."))
            drawn = ImageOps.exif_transpose(picture)
            drawn.info = {}
            out = BytesIO()
            drawn.save(out, form, quality=90)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise RefusedError(_("The picture is damaged.")) from error
    return out.getvalue()


def _is_text(content: bytes) -> bool:
    try:
        return not _NO_TEXT.search(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return False
