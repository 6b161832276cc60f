"""The one table of the ledger. Migrations make it; this says what it is like now."""

from sqlalchemy import Column, Integer, MetaData, String, Table, Text, UniqueConstraint

VERSION = "0001"
"""The migration that makes the tables as they are described here."""

metadata = MetaData()

event = Table(
    "event",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(27), nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("aspect", String(20), nullable=False),
    Column("subject_id", Text, nullable=False),
    Column("report_id", Text),
    Column("report_revision", Integer),
    Column("revision", Integer, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("note", Text),
    Column("reason", Text),
    Column("previous_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    UniqueConstraint("aspect", "subject_id", "revision", name="event_revision"),
)

alembic_version = Table("alembic_version", MetaData(), Column("version_num", String(32)))
