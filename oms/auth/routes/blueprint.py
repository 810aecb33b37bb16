"""The blueprint that all pages of auth are on."""

from flask import Blueprint

bp = Blueprint("auth", __name__)
