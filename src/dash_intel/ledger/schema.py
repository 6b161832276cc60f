"""The tables of the ledger. Migrations make them; this says what they are like now."""

from sqlalchemy import Column, Integer, MetaData, String, Table, Text, UniqueConstraint

VERSION = "0003"
"""The migration that makes the tables as they are described here."""

TIME = 27
"""Characters of a time as it is stored."""

metadata = MetaData()

event = Table(
    "event",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(TIME), nullable=False),
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

invented_event = Table(
    "invented_event",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(TIME), nullable=False),
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
    UniqueConstraint("aspect", "subject_id", "revision", name="invented_event_revision"),
)
"""What the sample invents for trying out: in no chain, and all of it can be deleted."""

invented_turn = Table(
    "invented_turn",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(TIME), nullable=False),
    Column("who", Text, nullable=False),
    Column("events", Integer, nullable=False),
)
"""Each time that invented events were put in, or taken out (0 events)."""

gone_revision = Table(
    "gone_revision",
    metadata,
    Column("aspect", String(20), primary_key=True),
    Column("subject_id", Text, primary_key=True),
    Column("revision", Integer, nullable=False),
)
"""Up to which revision a decision was seen with invented events that are removed."""

visit = Table(
    "visit",
    metadata,
    Column("who", Text, primary_key=True),
    Column("last_at", String(TIME), nullable=False),
    Column("before_at", String(TIME)),
)
"""When each person last looked at a page, and the visit before that ended."""

alembic_version = Table("alembic_version", MetaData(), Column("version_num", String(32)))
