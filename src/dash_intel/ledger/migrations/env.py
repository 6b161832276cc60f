"""What Alembic runs: the steps, on the connection that it was given."""

from alembic import context

from dash_intel.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # whoever opened the ledger holds the transaction
)
context.run_migrations()
