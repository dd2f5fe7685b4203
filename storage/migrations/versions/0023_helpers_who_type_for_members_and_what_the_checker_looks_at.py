"""Helpers who type for members, and what the checker looks at.

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "on_behalf_checks",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("month", columns.MonthText(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("picked_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("checked_by", columns.Id, nullable=True),
        sa.Column("checked_at", columns.Instant(timezone=True), nullable=True),
        sa.CheckConstraint(
            "kind IN ('entry', 'loan', 'witness')", name=op.f("ck_on_behalf_checks_kind_known")
        ),
        sa.CheckConstraint(
            "outcome IN ('right', 'not_right')", name=op.f("ck_on_behalf_checks_outcome_known")
        ),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["persons.id"], name=op.f("fk_on_behalf_checks_checked_by")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_on_behalf_checks_club_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_on_behalf_checks")),
        sa.UniqueConstraint(
            "club_id",
            "month",
            "kind",
            "subject_id",
            name=op.f("uq_on_behalf_checks_club_id_month_kind_subject_id"),
        ),
    )
    op.create_table(
        "helper_codes",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("made_by", columns.Id, nullable=False),
        sa.Column("consent_id", sa.BigInteger(), nullable=True),
        sa.Column("made_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ends_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("used_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("used_by_chat", columns.Id, nullable=True),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_helper_codes_club_id")),
        sa.ForeignKeyConstraint(["made_by"], ["persons.id"], name=op.f("fk_helper_codes_made_by")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_helper_codes_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["used_by_chat"], ["chats.id"], name=op.f("fk_helper_codes_used_by_chat")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helper_codes")),
    )
    with op.batch_alter_table("helper_codes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_helper_codes_code_hash"), ["code_hash"], unique=False)
        batch_op.create_index(batch_op.f("ix_helper_codes_member_id"), ["member_id"], unique=False)

    op.create_table(
        "helping_consents",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("noted_by", columns.Id, nullable=False),
        sa.Column("second_person", columns.Id, nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=False),
        sa.Column("used_at", columns.Instant(timezone=True), nullable=True),
        sa.CheckConstraint(
            "form IN ('thumbprint', 'signature', 'spoken')",
            name=op.f("ck_helping_consents_form_known"),
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_helping_consents_club_id")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_helping_consents_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["persons.id"], name=op.f("fk_helping_consents_noted_by")
        ),
        sa.ForeignKeyConstraint(
            ["second_person"], ["persons.id"], name=op.f("fk_helping_consents_second_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helping_consents")),
    )
    with op.batch_alter_table("helping_consents", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_helping_consents_member_id"), ["member_id"], unique=False
        )

    op.create_table(
        "helpings",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("helper_id", columns.Id, nullable=False),
        sa.Column("code_id", columns.Id, nullable=False),
        sa.Column("began_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("ended_at", columns.Instant(timezone=True), nullable=True),
        sa.Column("ended_by", sa.BigInteger(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "why IN ('member', 'helper', 'board', 'gone')", name=op.f("ck_helpings_why_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_helpings_club_id")),
        sa.ForeignKeyConstraint(["code_id"], ["helper_codes.id"], name=op.f("fk_helpings_code_id")),
        sa.ForeignKeyConstraint(["helper_id"], ["persons.id"], name=op.f("fk_helpings_helper_id")),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_helpings_member_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helpings")),
    )
    with op.batch_alter_table("helpings", schema=None) as batch_op:
        batch_op.create_index("ix_helpings_club_last_day", ["club_id", "last_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_helpings_helper_id"), ["helper_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_helpings_member_id"), ["member_id"], unique=False)

    op.create_table(
        "helped_deeds",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("helping_id", columns.Id, nullable=False),
        sa.Column("at", columns.Instant(timezone=True), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["helping_id"], ["helpings.id"], name=op.f("fk_helped_deeds_helping_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helped_deeds")),
        sa.UniqueConstraint("cause", name=op.f("uq_helped_deeds_cause")),
    )
    with op.batch_alter_table("helped_deeds", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_helped_deeds_helping_id"), ["helping_id"], unique=False
        )

    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.add_column(sa.Column("helping_id", sa.BigInteger(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(
        op.get_bind(),
        ["on_behalf_checks", "helper_codes", "helping_consents", "helpings", "helped_deeds"],
    )
    refuse_to_lose_values(op.get_bind(), "chats", "helping_id")
    with op.batch_alter_table("chats", schema=None) as batch_op:
        batch_op.drop_column("helping_id")

    with op.batch_alter_table("helped_deeds", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_helped_deeds_helping_id"))

    op.drop_table("helped_deeds")
    with op.batch_alter_table("helpings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_helpings_member_id"))
        batch_op.drop_index(batch_op.f("ix_helpings_helper_id"))
        batch_op.drop_index("ix_helpings_club_last_day")

    op.drop_table("helpings")
    with op.batch_alter_table("helping_consents", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_helping_consents_member_id"))

    op.drop_table("helping_consents")
    with op.batch_alter_table("helper_codes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_helper_codes_member_id"))
        batch_op.drop_index(batch_op.f("ix_helper_codes_code_hash"))

    op.drop_table("helper_codes")
    op.drop_table("on_behalf_checks")
    create_guards(op.get_bind())
