"""People who work here: who they are, what their role allows, and where they work."""

from flask import abort, url_for
from flask_babel import gettext as _
from werkzeug import Response

from oms.auth import queries, workplaces
from oms.auth.forms import PersonForm
from oms.auth.permissions import CONFINED_ROLES, PERMISSIONS, ROLE_NAMES, ROLES
from oms.auth.routes.blueprint import bp
from oms.auth.secrets import hash_of, new_token
from oms.db import DomainError, call, transaction
from oms.web import done, guard, page


@bp.get("/settings/people")
@guard("people.manage")
def people() -> Response:
    return page("auth/people.html", people=queries.people(), role_names=ROLE_NAMES)


@bp.route("/settings/people/new", methods=["GET", "POST"])
@guard("people.manage")
def person_create() -> Response:
    form = PersonForm()
    if form.sent_well():
        try:
            with transaction():
                person_id = _create(form)
                link = _new_link(person_id)
        except DomainError as error:
            form.refuse(error)
        else:
            return page("auth/link.html", name=form.name.data, link=link)
    return page("auth/person.html", form=form, person=None, confined=CONFINED_ROLES)


@bp.route("/settings/people/<int:person_id>", methods=["GET", "POST"])
@guard("people.manage")
def person(person_id: int) -> Response:
    found = queries.person(person_id) or abort(404)
    form = PersonForm(obj=found, location_ids=list(workplaces.of_person(person_id)))
    if form.sent_well():
        try:
            with transaction():
                _update(person_id, form)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("auth.people"), _("Saved."))
    return page("auth/person.html", form=form, person=found, confined=CONFINED_ROLES)


@bp.post("/settings/people/<int:person_id>/link")
@guard("people.manage")
def person_link(person_id: int) -> Response:
    found = queries.person(person_id) or abort(404)
    return page("auth/link.html", name=found.name, link=_new_link(person_id))


@bp.get("/settings/roles")
@guard("settings.manage")
def roles() -> Response:
    columns = [_("Permission"), *({"label": ROLE_NAMES[role], "class": "center"} for role in ROLES)]
    return page("auth/roles.html", roles=ROLES, columns=columns, permissions=PERMISSIONS)


def _create(form: PersonForm) -> int:
    person_id: int = call(
        "auth.create_person",
        p_email=form.email.data,
        p_name=form.name.data,
        p_role=form.role.data,
        p_language=form.language.data,
        p_time_zone=form.time_zone.data,
    )
    workplaces.assign(person_id, form.location_ids.data)
    return person_id


def _update(person_id: int, form: PersonForm) -> None:
    call(
        "auth.update_person",
        p_person_id=person_id,
        p_email=form.email.data,
        p_name=form.name.data,
        p_role=form.role.data,
        p_language=form.language.data,
        p_time_zone=form.time_zone.data,
        p_is_active=form.is_active.data,
    )
    workplaces.assign(person_id, form.location_ids.data)


def _new_link(person_id: int) -> str:
    """The address where a person chooses a password: shown once, good for three days, used once."""
    token = new_token()
    call("auth.create_setup_link", p_token_hash=hash_of(token), p_person_id=person_id)
    return url_for("auth.setup", token=token, _external=True)
