"""Tables beside the chain: invented events, and when people visited."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables, which may be changed and emptied, other than that of events."""
    op.create_table(
        "invented_event",
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
        sa.UniqueConstraint("aspect", "subject_id", "revision", name="invented_event_revision"),
    )
    op.create_table(
        "invented_turn",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("events", sa.Integer, nullable=False),
    )
    op.create_table(
        "visit",
        sa.Column("who", sa.Text, primary_key=True),
        sa.Column("last_at", sa.String(27), nullable=False),
        sa.Column("before_at", sa.String(27)),
    )
