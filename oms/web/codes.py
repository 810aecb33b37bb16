"""Barcodes and QR codes as SVG inside the page: sharp on paper, and no request of their own."""

from typing import Any

import segno
import zxingcpp
from flask import Flask
from markupsafe import Markup


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(code128=code128, qr_code=qr_code)


def code128(text: str) -> Markup:
    """A Code 128 barcode of a SKU, order number or shelf."""
    image: Any = memoryview(zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128).to_image())  # type: ignore[arg-type]
    row = [image[0, column] == 0 for column in range(image.shape[1])]
    return _drawing(_bars(row), len(row), 40, text)


def qr_code(text: str, title: str = "") -> Markup:
    """A QR code; the title says what is in it."""
    code = segno.make_qr(text)
    size = int(code.symbol_size(border=4)[0])
    cells = ((x + 4, y + 4) for y, line in enumerate(code.matrix) for x, dark in enumerate(line) if dark)
    return _drawing("".join(f"M{x} {y}h1v1h-1z" for x, y in cells), size, size, title, "qr")


def _bars(row: list[bool]) -> str:
    path, start = [], None
    for column, dark in enumerate([*row, False]):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            path.append(f"M{start} 0h{column - start}v40h-{column - start}z")
            start = None
    return "".join(path)


def _drawing(path: str, width: int, height: int, title: str, kind: str = "") -> Markup:
    return Markup(
        '<svg class="barcode {}" viewBox="0 0 {} {}" role="img" aria-label="{}" shape-rendering="crispEdges">'
        '<path fill="currentColor" d="{}"/></svg>'
    ).format(kind, width, height, title, path)
