"""Revisions that were handed out with invented events that are removed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_KEYS = ("aspect", "subject_id")


def upgrade() -> None:
    """Make the table; what goes on from invented events that are removed already is in it."""
    gone = op.create_table(
        "gone_revision",
        sa.Column("aspect", sa.String(20), primary_key=True),
        sa.Column("subject_id", sa.Text, primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    decided, invented = (
        sa.table(name, *map(sa.column, (*_KEYS, "revision")))
        for name in ("event", "invented_event")
    )
    is_there = sa.exists().where(*(decided.c[key] == invented.c[key] for key in _KEYS))
    going_on = (
        sa.select(*(decided.c[key] for key in _KEYS), sa.func.max(decided.c.revision) + 1)
        .where(~is_there)
        .group_by(*(decided.c[key] for key in _KEYS))
        .having(sa.func.min(decided.c.revision) > 1)
    )
    op.execute(gone.insert().from_select([*_KEYS, "revision"], going_on))
