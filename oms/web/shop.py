"""Settings > Shop: the company as it stands on invoices and mails."""

from functools import partial

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug import Response
from wtforms import EmailField, SelectField, StringField, TelField, TextAreaField, URLField
from wtforms.validators import InputRequired, Length

from oms.db import DomainError, call
from oms.web import choices
from oms.web.blueprint import bp
from oms.web.context import CUSTOMER_LANGUAGES, shop
from oms.web.forms import Form
from oms.web.guards import guard
from oms.web.pages import done, page

_GIVEN = InputRequired(_l("Please fill this in."))


class ShopForm(Form):
    name = StringField(_l("Name"), [_GIVEN, Length(max=100)])
    website = URLField(_l("Website"), [Length(max=200)])
    email = EmailField(_l("E-mail"), [_GIVEN, Length(max=254)])
    phone = TelField(_l("Phone"), [Length(max=40)])
    legal_name = StringField(_l("Legal name"), [_GIVEN, Length(max=100)])
    tax_id = StringField(_l("Tax ID"), [Length(max=40)])
    line1 = StringField(_l("Street and number"), [_GIVEN, Length(max=100)])
    line2 = StringField(_l("Addition"), [Length(max=100)])
    postal_code = StringField(_l("Postal code"), [Length(max=20)])
    city = StringField(_l("City"), [_GIVEN, Length(max=100)])
    country_code = SelectField(_l("Country"), choices=choices.countries)
    language = SelectField(_l("Language of customers"), choices=partial(choices.languages, CUSTOMER_LANGUAGES))
    time_zone = SelectField(_l("Time zone"), choices=choices.time_zones)
    invoice_note = TextAreaField(_l("Note on invoices"), [Length(max=500)])


@bp.route("/settings/shop", methods=["GET", "POST"])
@guard("settings.manage")
def settings_shop() -> Response:
    form = ShopForm(obj=shop())
    if form.sent_well():
        try:
            # The currency stays: what has been counted in one cannot be counted in another.
            call("db.save_shop", p_shop={**form.data, "currency": shop().currency})
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("web.settings"), _("Saved."))
    return page("web/shop.html", form=form)
