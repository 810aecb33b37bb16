"""The `ui` of templates: every macro of templates/ui/*.html under one name, also where only a block is rendered."""

import re
from functools import cached_property
from typing import Any, cast

from flask import Flask
from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

_MACRO = re.compile(r"{%-? macro (\w+)\(")


class Macros:
    """`ui.button(...)` finds the macro in whichever file of templates/ui/ defines it."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> Any:
        file = self._files.get(name)
        if file is None:
            raise AttributeError(name)
        return getattr(self._environment.get_template(file).module, name)

    @cached_property
    def _files(self) -> dict[str, str]:
        loader, found = cast("BaseLoader", self._environment.loader), {}
        for file in self._environment.list_templates(filter_func=lambda name: name.startswith("ui/")):
            source = loader.get_source(self._environment, file)[0]
            found.update(dict.fromkeys(_MACRO.findall(source), file))
        return found


def init_app(app: Flask) -> None:
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
    app.jinja_env.globals["ui"] = Macros(app.jinja_env)
    app.jinja_env.filters["attributes"] = attributes


def attributes(given: dict[str, Any]) -> Markup:
    """Keyword arguments of a macro as attributes: hx_get="/x" -> hx-get="/x"; True alone, None and False not at all."""
    written = Markup()
    for name, told in given.items():
        if told is None or told is False:
            continue
        attribute = escape(name.rstrip("_").replace("_", "-"))
        written += Markup(" {}").format(attribute) if told is True else Markup(' {}="{}"').format(attribute, told)
    return written
