"""Profiles: the list, the page of one, what it is called, and whether it decides where no rule does."""

from typing import Any

from flask import abort, current_app, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Row
from werkzeug import Response

from oms.db import DomainError, call
from oms.routing import problems, queries, words
from oms.routing.draft import Draft
from oms.routing.forms import NameForm, NewProfileForm
from oms.routing.routes import bp
from oms.web import done, guard, page


@bp.get("/settings/routing")
@guard("routing.view")
def index() -> Response:
    return page("routing/index.html", profiles=queries.profiles(), words=words)


@bp.route("/settings/routing/profiles/new", methods=["GET", "POST"])
@guard("routing.manage")
def profile_create() -> Response:
    form = NewProfileForm(queries.usable(), copy_of=request.args.get("copy", type=int))
    if form.sent_well():
        try:
            made = call("routing.save_profile", p_name=form.name.data, p_copy_of=form.copy_of.data)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(
                url_for("routing.draft", profile_id=made), _("This is the draft of “%(name)s”.", name=form.name.data)
            )
    return page("routing/name.html", form=form, profile=None)


@bp.get("/settings/routing/profiles/<int:profile_id>")
@guard("routing.view")
def profile(profile_id: int) -> Response:
    found = profile_or_404(profile_id)
    versions = queries.versions(profile_id)
    active = next((version for version in versions if version.state == "active"), None)
    draft = next((version for version in versions if version.state == "draft"), None)
    shown = active or draft
    return page(
        "routing/profile.html",
        profile=found,
        active=active,
        draft=draft,
        problems=problems.told(call("routing.profile_problems", p_rules=shown.rules)) if shown else [],
        changes=words.differences(active.rules, draft.rules) if active and draft else None,
        versions=_told_versions([version for version in versions if version.state != "draft"]),
        rules=[words.rule(rule, channels()) for rule in queries.rules() if rule.profile_id == profile_id],
        words=words,
    )


@bp.route("/settings/routing/profiles/<int:profile_id>/name", methods=["GET", "POST"])
@guard("routing.manage")
def profile_name(profile_id: int) -> Response:
    found = profile_or_404(profile_id)
    form = NameForm(data={"name": found.name})
    if form.sent_well():
        try:
            call("routing.save_profile", p_name=form.name.data, p_profile_id=profile_id)
        except DomainError as error:
            form.refuse(error)
        else:
            return done(url_for("routing.profile", profile_id=profile_id), _("Saved."))
    return page("routing/name.html", form=form, profile=found)


@bp.post("/settings/routing/profiles/<int:profile_id>/default")
@guard("routing.manage")
def profile_default(profile_id: int) -> Response:
    found = profile_or_404(profile_id)
    call("routing.make_default", p_profile_id=profile_id)
    told = _("“%(name)s” now decides for every order that no rule gives to another.", name=found.name)
    return done(url_for("routing.profile", profile_id=profile_id), told)


@bp.post("/settings/routing/profiles/<int:profile_id>/archive")
@guard("routing.manage")
def profile_archive(profile_id: int) -> Response:
    """Put away, or brought back, whichever it is not."""
    found = profile_or_404(profile_id)
    call("routing.archive_profile", p_profile_id=profile_id, p_is_archived=not found.is_archived)
    told = (
        _("“%(name)s” is back.", name=found.name)
        if found.is_archived
        else _("“%(name)s” is archived.", name=found.name)
    )
    return done(url_for("routing.index"), told)


@bp.route("/settings/routing/profiles/<int:profile_id>/draft", methods=["GET", "POST"])
@guard("routing.manage")
def draft(profile_id: int) -> Response:
    """Write the draft; it begins with what the profile says now."""
    found = profile_or_404(profile_id)
    versions = {version.state: version for version in reversed(queries.versions(profile_id))}
    kept = versions.get("draft")
    if request.method == "GET":
        base = kept or versions.get("active") or abort(404)
        return _form(found, Draft.of_rules(base.rules), kept.revision if kept else 0)
    written = Draft.of_form(request.form)
    seen = request.form.get("seen", 0, type=int)
    button = request.form.get("press", "save")
    if button != "save":
        written.press(button, request.form.get("added", ""))
        return _form(found, written, seen)
    try:
        saved = call("routing.save_draft", p_profile_id=profile_id, p_rules=written.rules(), p_seen=seen)
    except DomainError as error:
        return _form(found, written, seen, error)
    return done(url_for("routing.activation", version_id=saved), _("The draft is saved."))


def _form(profile: Row[Any], draft: Draft, seen: int, mistake: DomainError | None = None) -> Response:
    found = problems.told(mistake.detail.get("problems", [])) if mistake else []
    return page(
        "routing/draft.html",
        "form",
        status=mistake.status if mistake else None,
        profile=profile,
        draft=draft,
        seen=seen,
        mistake=mistake,
        problems=[problem.text for problem in found if not problem.field],
        mistakes={problem.field: [problem.text] for problem in found},
        places=queries.places(),
        words=words,
    )


def _told_versions(versions: list[Row[Any]]) -> list[tuple[Row[Any], list[str], list[str]]]:
    """Each version with what it no longer says, and what it says that the one before didn't."""
    before = [*versions[1:], None]
    return [
        (version, *words.differences(old.rules if old else None, version.rules))
        for version, old in zip(versions, before, strict=True)
    ]


def profile_or_404(profile_id: int) -> Row[Any]:
    return queries.profile(profile_id) or abort(404)


def channels() -> dict[str, str]:
    """What channels are called, who stand above."""
    names: dict[str, str] = current_app.extensions["channel_names"]()
    return names
