"""Files of orders: uploaded, looked through, and placed when a person says so."""

from typing import Any

from flask import abort, request, url_for
from werkzeug import Response

from oms.channels import error_file, queries
from oms.channels.forms import ImportForm
from oms.channels.reasons import sentence
from oms.channels.routes.blueprint import bp
from oms.db import call
from oms.web import done, guard, page

FILE_BYTES_MAX = 64 * 1024 * 1024
NAME_MAX = 200
PROBLEMS_SHOWN = 100


@bp.url_value_preprocessor
def allow_large_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Before anything reads the form, as the check against forgery does."""
    if endpoint == "channels.import_create":
        request.max_content_length = FILE_BYTES_MAX


@bp.get("/imports")
@guard("channels.view")
def imports() -> Response:
    return _list(ImportForm(queries.channels_for_files()))


@bp.post("/imports")
@guard("channels.manage")
def import_create() -> Response:
    form = ImportForm(queries.channels_for_files())
    if not form.sent_well():
        return _list(form)
    file = form.file.data
    import_id = call(
        "channels.create_import",
        p_channel=form.channel.data,
        p_file_name=file.filename[-NAME_MAX:],
        p_content=file.read(),
    )
    return done(url_for("channels.import_show", import_id=import_id))


@bp.get("/imports/<int:import_id>")
@guard("channels.view")
def import_show(import_id: int) -> Response:
    found = queries.import_shown(import_id) or abort(404)
    problems = queries.import_problems(import_id, PROBLEMS_SHOWN + 1)
    return page(
        "channels/imports/show.html",
        "progress",
        imported=found,
        is_running=found.state in {"uploaded", "running"},
        problems=problems[:PROBLEMS_SHOWN],
        has_more=len(problems) > PROBLEMS_SHOWN,
        sentence=sentence,
    )


@bp.post("/imports/<int:import_id>/placement")
@guard("channels.manage")
def import_start(import_id: int) -> Response:
    call("channels.start_import", p_id=import_id)
    return done(url_for("channels.import_show", import_id=import_id))


@bp.get("/imports/<int:import_id>/problems.csv")
@guard("channels.view")
def import_problems(import_id: int) -> Response:
    """What was wrong, for a spreadsheet."""
    if queries.import_shown(import_id) is None:
        abort(404)
    headers = {"Content-Disposition": f'attachment; filename="import-{import_id}-problems.csv"'}
    return Response(error_file.written(queries.import_problems(import_id)), mimetype="text/csv", headers=headers)


def _list(form: ImportForm) -> Response:
    return page("channels/imports/index.html", form=form, imports=queries.imports(), waiting=queries.waiting())
