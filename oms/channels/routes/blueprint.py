"""The one blueprint of channels."""

from flask import Blueprint

bp = Blueprint("channels", __name__)
