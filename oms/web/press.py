"""The printing press: HTML on standard input, PDF on standard output. documents.print_pdf runs it for each document.

A process of its own, because what it is given contains the words of strangers: it has little memory and little time,
and it can fetch nothing but the fonts named below. Anything else that a document asks for, from the network or the
disk, fails the whole print. The same HTML gives the same bytes.
"""

import hashlib
import os
import re
import resource
import sys
from pathlib import Path

MEGABYTE = 1024 * 1024
MEMORY = 1024 * MEGABYTE
SECONDS = 60

FONTS = Path(__file__).parents[2] / "static/fonts/noto"


# Family, file, and the characters for which it is there. Each has the weights 400 and 600.
FAMILIES = (
    ("Noto Sans", "sans", re.compile("")),
    ("Noto Sans Arabic", "arabic", re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")),
    ("Noto Sans JP", "japanese", re.compile("[\u2460-\u24ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")),
)
WEIGHTS = (400, 600)
FACE = '@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("asset:{file}") }}'


def main() -> None:
    _confine()
    html = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(press(html))


def press(html: str) -> bytes:
    """The PDF of an HTML document that needs nothing but our fonts."""
    # Written into the fonts inside the PDF as the time of their making. Read by fontTools as it loads.
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    faces = faces_for(html)
    assets = {f"asset:{file}": (FONTS / file).read_bytes() for _family, _weight, file in faces}

    class Assets(URLFetcher):
        """Serves what is named above, from memory; asking for anything else is an error."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:  # noqa: ARG002
            return URLFetcherResponse(url, assets[url])

    fetcher = Assets(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
    fonts = FontConfiguration()
    rules = "\n".join(FACE.format(family=family, weight=weight, file=file) for family, weight, file in faces)
    pdf: bytes = HTML(string=html, url_fetcher=fetcher).write_pdf(
        stylesheets=[CSS(string=rules, font_config=fonts, url_fetcher=fetcher)],
        font_config=fonts,
        pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        pdf_variant="pdf/ua-1",
    )
    return pdf


def faces_for(text: str) -> list[tuple[str, int, str]]:
    """Family, weight and file of the fonts a text needs: unpacking all of them would take longer than the print."""
    return [
        (family, weight, f"{name}-{weight}.woff")
        for family, name, characters in FAMILIES
        if characters.search(text)
        for weight in WEIGHTS
    ]


def _confine() -> None:
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 32 * MEGABYTE),
    ):
        resource.setrlimit(limit, (value, value))


if __name__ == "__main__":
    main()
