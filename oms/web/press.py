"""The printing press: HTML on standard input, PDF on standard output. Run by documents.print_pdf, once for each document.

A process of its own, because what it is given contains the words of strangers: it has little memory and little time, and it
can fetch nothing but the fonts named below. Anything else that a document asks for, from the network or the disk, fails the
whole print. The same HTML gives the same bytes.
"""

import hashlib
import re
import resource
import sys
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1024 * 1024
MEMORY = 1024 * MEGABYTE
SECONDS = 60

FONTS = Path(__file__).parents[2] / "static/fonts/noto"


@dataclass(frozen=True)
class Face:
    """One font file: its family, its weight, and the characters for which it is there."""

    file: str
    family: str
    weight: int
    characters: str

    @property
    def rule(self) -> str:
        return (
            f'@font-face {{ font-family: "{self.family}"; font-weight: {self.weight}; '
            f'src: url("asset:{self.file}"); }}'
        )


_SANS = "Noto Sans"
_ARABIC = "Noto Sans Arabic"
_JAPANESE = "Noto Sans JP"
_KANJI = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
FACES = tuple(
    Face(f"{name}-{weight}.{kind}", family, weight, f"[{characters}]")
    for name, kind, family, weights, characters in (
        ("sans-latin", "woff2", _SANS, (400, 600), "\x00-\xff\u2000-\u206f\u20ac\u2122"),
        ("sans-latin-ext", "woff2", _SANS, (400, 600), "\u0100-\u02ff\u1d00-\u1e9f\u20a0-\u20c0"),
        ("sans-vietnamese", "woff2", _SANS, (400, 600), "\u0300-\u0323\u1ea0-\u1ef9\u20ab"),
        ("sans-greek", "woff2", _SANS, (400, 600), "\u0370-\u03ff"),
        ("sans-cyrillic", "woff2", _SANS, (400, 600), "\u0400-\u04ff\u2116"),
        ("sans-cyrillic-ext", "woff2", _SANS, (400, 600), "\u0460-\u052f\u20b4"),
        ("arabic", "woff2", _ARABIC, (400, 600), "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc"),
        ("japanese", "woff", _JAPANESE, (400, 600), _KANJI),
        ("japanese-names", "woff", _JAPANESE, (400,), _KANJI),
    )
    for weight in weights
)


def faces_for(text: str) -> list[Face]:
    """The fonts a text needs. Unpacking all of them would take longer than the rest of the print."""
    return [face for face in FACES if re.search(face.characters, text)]


def main() -> None:
    _confine()
    html = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(press(html))


def press(html: str) -> bytes:
    """The PDF of an HTML document that needs nothing but our fonts."""
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Assets(URLFetcher):  # type: ignore[misc]
        """Serves our fonts by name, from memory."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            return URLFetcherResponse(url, fonts[url])

    faces = faces_for(html)
    fonts = {f"asset:{face.file}": (FONTS / face.file).read_bytes() for face in faces}
    fetcher = Assets(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
    configuration = FontConfiguration()
    style = CSS(string="\n".join(face.rule for face in faces), font_config=configuration, url_fetcher=fetcher)
    identifier = hashlib.sha256(html.encode()).digest()[:16]
    document = HTML(string=html, url_fetcher=fetcher)
    pdf: bytes = document.write_pdf(
        stylesheets=[style],
        font_config=configuration,
        pdf_identifier=identifier,
        pdf_variant="pdf/ua-1",
    )
    return pdf


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
