"""Carriers of which we know only where they show their parcels; their tracking numbers are typed."""

from urllib.parse import quote

_PAGES = {
    "DHL": "https://www.dhl.com/de-en/home/tracking.html?tracking-id={}",
    "DPD": "https://tracking.dpd.de/parcelstatus?query={}",
    "GLS": "https://gls-group.com/track/{}",
    "UPS": "https://www.ups.com/track?tracknum={}",
    "FedEx": "https://www.fedex.com/fedextrack/?trknbr={}",
    "USPS": "https://tools.usps.com/go/TrackConfirmAction?tLabels={}",
    "Royal Mail": "https://www.royalmail.com/track-your-item#/tracking-results/{}",
    "La Poste": "https://www.laposte.fr/outils/suivre-vos-envois?code={}",
    "PostNL": "https://postnl.post/details?barcodes={}",
    "CTT": "https://appserver.ctt.pt/CustomerArea/PublicArea_Detail?ObjectCodeInput={}",
}
NAMES = tuple(_PAGES)


def tracking_url(carrier: str, tracking_number: str) -> str:
    """Where the carrier shows the parcel; nothing for one we do not know."""
    return _PAGES.get(carrier, "").format(quote(tracking_number, safe=""))
