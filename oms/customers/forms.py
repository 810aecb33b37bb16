"""What forms ask of an address."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import Length


class AddressFields:
    """Of any form that has an address in it; who it is for and the country are asked in the form's own way."""

    company = StringField(_l("Company"), [Length(max=200)])
    line1 = StringField(_l("Street and number"), [Length(max=200)])
    line2 = StringField(_l("Apartment, floor, building"), [Length(max=200)])
    postal_code = StringField(_l("Postal code"), [Length(max=20)])
    city = StringField(_l("City"), [Length(max=100)])
    region = StringField(_l("State or region"), [Length(max=100)])
    phone = StringField(_l("Phone"), [Length(max=50)])
