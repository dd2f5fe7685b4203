"""Who asked to be erased and who was.

Revision ID: 0030
Revises: 0029
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("erased_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_erasures_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
    )
    with op.batch_alter_table("erasures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_erasures_person_id"), ["person_id"], unique=False)

    op.create_table(
        "erasures_asked",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=True),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("asked_by", columns.Id, nullable=True),
        sa.Column("second_person", columns.Id, nullable=True),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("asked_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("due_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended_at", columns.Instant(timezone=True), nullable=True),
        sa.CheckConstraint(
            "form IN ('chat', 'signature', 'thumbprint', 'witness', 'operator')",
            name=op.f("ck_erasures_asked_form_known"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'withdrawn', 'done')", name=op.f("ck_erasures_asked_state_known")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["persons.id"], name=op.f("fk_erasures_asked_asked_by")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_erasures_asked_club_id")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_erasures_asked_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_person"], ["persons.id"], name=op.f("fk_erasures_asked_second_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures_asked")),
    )
    with op.batch_alter_table("erasures_asked", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_erasures_asked_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index("ix_erasures_asked_state_due", ["state", "due_at"], unique=False)
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["erasures", "erasures_asked"])
    with op.batch_alter_table("erasures_asked", schema=None) as batch_op:
        batch_op.drop_index("ix_erasures_asked_state_due")
        batch_op.drop_index(batch_op.f("ix_erasures_asked_person_id"))

    op.drop_table("erasures_asked")
    with op.batch_alter_table("erasures", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_erasures_person_id"))

    op.drop_table("erasures")
    create_guards(op.get_bind())
