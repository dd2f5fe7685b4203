"""Clubs that split.

Revision ID: 0034
Revises: 0033
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

BEFORE = "kind IN ('acting_chair', 'merge_clubs', 'dissolve')"
NOW = "kind IN ('acting_chair', 'merge_clubs', 'dissolve', 'split')"


def upgrade() -> None:
    _allow(NOW)
    create_guards(op.get_bind())


def downgrade() -> None:
    used = sa.text("SELECT 1 FROM officer_matters WHERE kind = 'split'")
    if op.get_bind().execute(used).first() is not None:
        refuse_to_lose_rows(op.get_bind(), ["officer_matters"])
    _allow(BEFORE)
    create_guards(op.get_bind())


def _allow(kinds: str) -> None:
    """SQLite changes a check only with its whole table."""
    if op.get_bind().dialect.name == "sqlite":
        with op.batch_alter_table(
            "officer_matters", copy_from=_officer_matters(kinds), recreate="always"
        ):
            pass
        return
    op.drop_constraint(op.f("ck_officer_matters_kind_known"), "officer_matters", type_="check")
    op.create_check_constraint(op.f("ck_officer_matters_kind_known"), "officer_matters", kinds)


def _officer_matters(kinds: str) -> sa.Table:
    known = sa.MetaData()
    for name in ("clubs", "persons"):
        sa.Table(name, known, sa.Column("id", columns.Id))
    found = sa.Table(
        "officer_matters",
        known,
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", columns.Json(), nullable=False),
        sa.Column("proposed_by", columns.Id, nullable=False),
        sa.Column("seconded_by", columns.Id, nullable=False),
        sa.Column("asked_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_by", columns.Id, nullable=True),
        sa.Column("decided_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.CheckConstraint(kinds, name="ck_officer_matters_kind_known"),
        sa.CheckConstraint(
            "state IN ('waiting', 'agreed', 'refused')", name="ck_officer_matters_state_known"
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name="fk_officer_matters_club_id"),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["persons.id"], name="fk_officer_matters_decided_by"
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["persons.id"], name="fk_officer_matters_proposed_by"
        ),
        sa.ForeignKeyConstraint(
            ["seconded_by"], ["persons.id"], name="fk_officer_matters_seconded_by"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_officer_matters"),
    )
    sa.Index("ix_officer_matters_club_id", found.c.club_id)
    sa.Index("ix_officer_matters_state", found.c.state)
    return found
