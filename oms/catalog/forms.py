"""What people write about products and their variants."""

import re
import unicodedata
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Row
from wtforms import BooleanField, HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, Regexp, ValidationError

from oms.catalog import queries
from oms.catalog.words import SUBSTITUTE_PRICES, tax_class
from oms.web import Form
from oms.web.forms import CodeField, MoneyField, options

_REQUIRED = InputRequired(_l("Please fill this in."))
_DEAREST = 10**11  # in minor units
_BARCODE = re.compile(r"[!-~]{4,48}")
_PART = re.compile(r"(?:(\d{1,6})\s*[x×*]\s+)?(\S.*)")
_SKU = Regexp(r"^\S(.{0,62}\S)?$", message=_l("A SKU has up to 64 characters and no spaces around it."))


class ProductForm(Form):
    """`updated_at` is that of the product the person saw."""

    title = StringField(_l("Title"), [_REQUIRED, Length(max=200)])
    category = StringField(_l("Category"), [Length(max=100)])
    vendor = StringField(_l("Vendor"), [Length(max=100)])
    description = TextAreaField(_l("Description"), [Length(max=5000)])
    updated_at = HiddenField()

    def words(self) -> dict[str, str]:
        return {name: (self[name].data or "").strip() for name in ("title", "category", "vendor", "description")}


class VariantForm(Form):
    """One SKU; its prices are fields of their own, one for each currency (variant_form)."""

    sku = CodeField(_l("SKU"), [_REQUIRED, _SKU])
    title = StringField(
        _l("Variant"), [Length(max=100)], description=_l("Color, size: what tells it from its siblings.")
    )
    barcodes = TextAreaField(_l("Barcodes"), description=_l("One in each line."))
    weight_grams = IntegerField(_l("Weight in grams"), [Optional(), NumberRange(0, 1_000_000)], default=0)
    tax_class = SelectField(
        _l("Tax"),
        choices=lambda: options((name, tax_class(name)) for name in queries.tax_classes()),
        default="standard",
    )
    components = TextAreaField(
        _l("Parts of a kit"),
        description=_l("One in each line, such as 2 × MUG-BLUE. Only for what is made of other SKUs."),
    )
    substitutes = TextAreaField(
        _l("Substitutes"),
        description=_l("SKUs that may be sent instead when it has run out, one in each line, the best first."),
    )
    substitute_price = SelectField(
        _l("Price of a substitute"), choices=options(SUBSTITUTE_PRICES.items()), default="cheaper"
    )
    requires_shipping = BooleanField(_l("Has to be delivered"), default=True)
    is_active = BooleanField(_l("On sale"), default=True)
    updated_at = HiddenField()

    currencies: tuple[str, ...] = ()

    def validate_barcodes(self, field: TextAreaField) -> None:
        wrong = [code for code in (field.data or "").split() if not _BARCODE.fullmatch(code)]
        if wrong:
            raise ValidationError(_("This is no barcode: %(code)s", code=wrong[0]))

    @property
    def prices(self) -> list[MoneyField]:
        return [self[f"price_{currency}"] for currency in self.currencies]

    def variant(self, before: list[str]) -> dict[str, Any]:
        """As catalog.save_product takes it; `before` are the barcodes it had."""
        barcodes = (self.barcodes.data or "").split()
        return {
            "sku": self.sku.data,
            "title": (self.title.data or "").strip(),
            "barcodes": barcodes,
            "without_barcodes": [code for code in before if code not in barcodes],
            "components": [_part(line.strip()) for line in (self.components.data or "").splitlines() if line.strip()],
            "substitutes": [sku.strip() for sku in (self.substitutes.data or "").splitlines() if sku.strip()],
            "substitute_price": self.substitute_price.data,
            "weight_grams": self.weight_grams.data or 0,
            "tax_class": self.tax_class.data,
            "requires_shipping": self.requires_shipping.data,
            "is_active": self.is_active.data,
            "prices": {price.currency: price.data for price in self.prices},
        }


def variant_form(variant: Row[Any] | None = None, **given: Any) -> VariantForm:
    """The form of a variant, with a price field for each currency."""
    currencies = queries.currencies()
    fields = {f"price_{currency}": _price(currency) for currency in currencies}
    form: type[VariantForm] = type("PricedVariantForm", (VariantForm,), fields | {"currencies": tuple(currencies)})
    if variant is None:
        return form(**given)
    seen = {f"price_{currency}": variant.prices.get(currency) for currency in currencies}
    lines = {
        "barcodes": "\n".join(variant.barcodes),
        "substitutes": "\n".join(variant.substitutes),
        "components": "\n".join(f"{part['quantity']} × {part['sku']}" for part in variant.components),
    }
    return form(data=variant._asdict() | seen | lines | given)


def _part(line: str) -> dict[str, Any]:
    """Two of the SKU MUG are written as 2 × MUG or 2 x MUG; a SKU alone is one of it."""
    ((many, sku),) = _PART.findall(line)
    return {"sku": sku, "quantity": int(many or 1)}


def _price(currency: str) -> MoneyField:
    amount = NumberRange(0, _DEAREST, _l("A price is not negative."))
    return MoneyField(_("Price in %(currency)s", currency=currency), [Optional(), amount], currency=currency)


def handle_for(title: str) -> str:
    """A new address for a product: "Größe 3" -> "grosse-3", and with a number where that is taken."""
    plain = unicodedata.normalize("NFKD", title.lower().replace("ß", "ss")).encode("ascii", "ignore").decode()
    handle = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "product"
    number, free = 2, handle
    while queries.product(free):
        free, number = f"{handle}-{number}", number + 1
    return free
