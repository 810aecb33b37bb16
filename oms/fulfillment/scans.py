"""What a scanner read, and what it means: a product's code may come wrapped in the ways of GS1."""

import re

LONGEST = 80
# "(01)04006381333931(10)B7", the same without parentheses as scanners send it, and the web address of a digital link.
_WRAPPED = (
    re.compile(r"^\(01\)(\d{14})"),
    re.compile(r"^01(\d{14})(?=$|\x1d|10|11|15|17|21)"),
    re.compile(r"^https?://\S+/01/(\d{8,14})(?=$|[/?])"),
)


def product_code(scanned: str) -> str:
    """The barcode or SKU in what was scanned."""
    text = scanned.strip()[:LONGEST]
    return next((found[1] for pattern in _WRAPPED if (found := pattern.search(text))), text)
