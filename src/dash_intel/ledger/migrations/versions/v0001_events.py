"""The events, which nobody may change or remove."""

from importlib import resources

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the table of events, and refuse to update or delete in it."""
    op.create_table(
        "event",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("aspect", sa.String(20), nullable=False),
        sa.Column("subject_id", sa.Text, nullable=False),
        sa.Column("report_id", sa.Text),
        sa.Column("report_revision", sa.Integer),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("after", sa.Text, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False, unique=True),
        sa.UniqueConstraint("aspect", "subject_id", "revision", name="event_revision"),
    )
    folder = resources.files("dash_intel.ledger.migrations") / op.get_bind().dialect.name
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".sql"):
            op.get_bind().exec_driver_sql(file.read_text(encoding="utf-8"))
