"""The blueprint of the pages that belong to no domain."""

from flask import Blueprint

bp = Blueprint("web", __name__)
