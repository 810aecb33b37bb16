"""Runs the migrations on the connection that oms.db.migrate hands over, inside its transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table_schema="db")
context.run_migrations()
