"""The catalogs of translations: what must be in them, and `make messages`, which brings them up to date.

What customers may read is in the catalog `customer`, in ten languages; everything else is in `staff`, in four. English
stands in the code. Texts that both read (macros, errors, formats) are in both.
"""

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from oms.reports import invariants
from oms.web import CUSTOMER_LANGUAGES, STAFF_LANGUAGES
from tests.support.source import ROOT, named

LANGUAGES = {"customer": CUSTOMER_LANGUAGES[1:], "staff": STAFF_LANGUAGES[1:]}
CUSTOMER_ONLY = (
    "templates/tracking",
    "templates/emails",
    "templates/pdf",
    "oms/tracking",
    "oms/notifications",
    "oms/invoices",
)
BOTH = (
    "templates/ui",
    "templates/errors",
    "templates/layouts/base.html",
    "templates/layouts/customer.html",
    "oms/web/errors.py",
    "oms/channels/customer_words.py",
)
_KEYWORDS = {
    "_": None,
    "_l": None,
    "N_": None,
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_CHANGING = tuple(f'"{name}' for name in ("Project", "Report", "POT", "PO-", "Last", "Language-Team", "Generated"))
_JINJA = {"trimmed": "true", "silent": "false"}


def wanted(catalog: str) -> Catalog:
    """Every message of the code that belongs in a catalog."""
    template = Catalog(fuzzy=False, header_comment="")
    for path in _files(catalog):
        method, options = ("python", {}) if path.suffix == ".py" else ("jinja2.ext:babel_extract", _JINJA)
        with path.open("rb") as source:
            for _, message, _, context in extract(method, source, _KEYWORDS, options=options):
                template.add(message, locations=[(named(path), 0)], context=context)
    if catalog == "staff":
        for text in invariants.texts():
            template.add(text, locations=[("oms/db/consistency", 0)])
    return template


def path_of(catalog: str, language: str) -> Path:
    return ROOT / "oms/translations" / language / "LC_MESSAGES" / f"{catalog}.po"


def stored(catalog: str, language: str) -> Catalog:
    """A catalog as it is in its file."""
    with path_of(catalog, language).open("rb") as file:
        return read_po(file, locale=language)


def troubles(catalog: str, language: str, template: Catalog) -> Iterator[str]:
    """What is missing, left over, doubtful or wrong in one catalog."""
    if not path_of(catalog, language).exists():
        yield "the whole catalog is missing"
        return
    found = stored(catalog, language)
    for message in template:
        translated = found.get(message.id, message.context)
        if not message.id:
            continue
        if translated is None or not _is_whole(translated):
            yield f"missing: {message.id!r}"
        else:
            yield from (f"{message.id!r}: {error}" for error in translated.check(found))
    yield from (f"left over: {message.id!r}" for message in found if message.id and message.id not in template)
    yield from (f"doubtful: {message.id!r}" for message in found if message.id and message.fuzzy)


def _files(catalog: str) -> Iterator[Path]:
    for folder in ("templates", "oms", "jobs"):
        for path in sorted((ROOT / folder).rglob("*")):
            name = named(path)
            belongs = name.startswith(BOTH) or name.startswith(CUSTOMER_ONLY) == (catalog == "customer")
            if path.suffix in {".py", ".html", ".txt"} and belongs:
                yield path


def _is_whole(message: Message) -> bool:
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return all(strings)


def _text(catalog: Catalog) -> str:
    """The file without what changes by itself: dates, names of nobody."""
    file = io.BytesIO()
    write_po(file, catalog, width=120, ignore_obsolete=True, include_lineno=False, sort_output=True)
    lines = file.getvalue().decode().lstrip().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CHANGING))


def main() -> None:
    """Add what is new, drop what is gone; what is there stays as it is."""
    for catalog, languages in LANGUAGES.items():
        template = wanted(catalog)
        for language in languages:
            path = path_of(catalog, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            found = stored(catalog, language) if path.exists() else Catalog(locale=language, header_comment="")
            found.update(template, no_fuzzy_matching=True)
            found.fuzzy = False
            path.write_text(_text(found))
            print(f"{named(path)}: {sum(not _is_whole(message) for message in found if message.id)} to translate")  # noqa: T201


if __name__ == "__main__":
    main()
