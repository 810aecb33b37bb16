"""Many invoices as one ZIP, sent while it is being made: however many there are, one is in memory at a time."""

import io
import zipfile
from collections.abc import Iterator

from oms.db import Actor, acting_as
from oms.invoices import pdf


def zip_of(invoice_ids: list[int], actor: Actor | None) -> Iterator[bytes]:
    """The pieces of the ZIP. PDFs are compressed already, so they are only put in."""
    out = _Pieces()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for invoice_id in invoice_ids:
            with acting_as(actor):
                document = pdf.document_of(invoice_id)
            if document is not None:
                archive.writestr(
                    zipfile.ZipInfo(document.name, document.issued_at.timetuple()[:6]), bytes(document.pdf)
                )
            yield out.take()
    yield out.take()


class _Pieces(io.RawIOBase):
    """A file that only goes forward, and gives away what was written."""

    def __init__(self) -> None:
        self._written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._written += data
        return len(data)

    def take(self) -> bytes:
        taken = bytes(self._written)
        self._written.clear()
        return taken
