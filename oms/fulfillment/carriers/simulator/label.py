"""The label: 100 x 150 mm, for a label printer."""

from oms.fulfillment.carriers import Parcel, Service
from oms.web.codes import code128
from oms.web.documents import Voice, print_pdf, render


def pdf(parcel: Parcel, service: Service, tracking_number: str) -> bytes:
    """As the carrier's own machine would print it."""
    html = render(
        "fulfillment/simulator_label.html",
        Voice("en", "UTC"),
        parcel=parcel,
        service=service,
        tracking_number=tracking_number,
        barcode=code128(tracking_number),
    )
    return print_pdf(html)
