"""Life of the board and of members.

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "clubs_ended",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("into_club_id", columns.Id, nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_clubs_ended_club_id")),
        sa.ForeignKeyConstraint(
            ["into_club_id"], ["clubs.id"], name=op.f("fk_clubs_ended_into_club_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clubs_ended")),
        sa.UniqueConstraint("club_id", name=op.f("uq_clubs_ended_club_id")),
    )
    op.create_table(
        "officer_matters",
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
        sa.CheckConstraint(
            "kind IN ('acting_chair', 'merge_clubs', 'dissolve')",
            name=op.f("ck_officer_matters_kind_known"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'agreed', 'refused')", name=op.f("ck_officer_matters_state_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_officer_matters_club_id")),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["persons.id"], name=op.f("fk_officer_matters_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["persons.id"], name=op.f("fk_officer_matters_proposed_by")
        ),
        sa.ForeignKeyConstraint(
            ["seconded_by"], ["persons.id"], name=op.f("fk_officer_matters_seconded_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer_matters")),
    )
    with op.batch_alter_table("officer_matters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_officer_matters_club_id"), ["club_id"], unique=False)
        batch_op.create_index("ix_officer_matters_state", ["state"], unique=False)

    op.create_table(
        "person_corrections",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("changed_by", columns.Id, nullable=False),
        sa.Column("changed_at", columns.Instant(timezone=True), nullable=False),
        sa.CheckConstraint(
            "what IN ('name', 'phone', 'hamlet', 'birth_year')",
            name=op.f("ck_person_corrections_what_known"),
        ),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["persons.id"], name=op.f("fk_person_corrections_changed_by")
        ),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_person_corrections_club_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_person_corrections_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_corrections")),
    )
    with op.batch_alter_table("person_corrections", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_person_corrections_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "deaths",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("died_on", sa.Date(), nullable=False),
        sa.Column("recorded_by", columns.Id, nullable=False),
        sa.Column("recorded_in", sa.BigInteger(), nullable=False),
        sa.Column("recorded_at", columns.Instant(timezone=True), nullable=False),
        sa.Column("ended", columns.Json(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("confirmed_by", columns.Id, nullable=True),
        sa.Column("confirmed_at", columns.Instant(timezone=True), nullable=True),
        sa.CheckConstraint(
            "state IN ('recorded', 'confirmed', 'undone')", name=op.f("ck_deaths_state_known")
        ),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_deaths_club_id")),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["persons.id"], name=op.f("fk_deaths_confirmed_by")
        ),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_deaths_member_id")),
        sa.ForeignKeyConstraint(["person_id"], ["persons.id"], name=op.f("fk_deaths_person_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["persons.id"], name=op.f("fk_deaths_recorded_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deaths")),
    )
    with op.batch_alter_table("deaths", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deaths_club_id"), ["club_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_deaths_person_id"), ["person_id"], unique=False)

    op.create_table(
        "records_joined",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("old_member_id", columns.Id, nullable=False),
        sa.Column("member_id", columns.Id, nullable=False),
        sa.Column("old_person_id", columns.Id, nullable=False),
        sa.Column("person_id", columns.Id, nullable=False),
        sa.Column("joined_on", sa.Date(), nullable=False),
        sa.Column("joined_by", columns.Id, nullable=False),
        sa.Column("second_person", columns.Id, nullable=False),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_records_joined_club_id")),
        sa.ForeignKeyConstraint(
            ["joined_by"], ["persons.id"], name=op.f("fk_records_joined_joined_by")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk_records_joined_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["old_member_id"], ["members.id"], name=op.f("fk_records_joined_old_member_id")
        ),
        sa.ForeignKeyConstraint(
            ["old_person_id"], ["persons.id"], name=op.f("fk_records_joined_old_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name=op.f("fk_records_joined_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["second_person"], ["persons.id"], name=op.f("fk_records_joined_second_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_records_joined")),
        sa.UniqueConstraint("old_member_id", name=op.f("uq_records_joined_old_member_id")),
    )
    with op.batch_alter_table("records_joined", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_records_joined_club_id"), ["club_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_records_joined_member_id"), ["member_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_records_joined_old_person_id"), ["old_person_id"], unique=False
        )

    op.create_table(
        "stand_ins",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("office_id", columns.Id, nullable=False),
        sa.Column("resumes_office_id", sa.BigInteger(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.CheckConstraint("role IN ('cashier', 'chair')", name=op.f("ck_stand_ins_role_known")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_stand_ins_club_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_stand_ins_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_ins")),
    )
    with op.batch_alter_table("stand_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stand_ins_club_id"), ["club_id"], unique=False)

    with op.batch_alter_table("board_trainings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("place", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("noted_by", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("cause", sa.Text(), nullable=True))

    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ended_on", sa.Date(), nullable=True))

    with op.batch_alter_table("offices", schema=None) as batch_op:
        batch_op.add_column(sa.Column("term_ends_on", sa.Date(), nullable=True))

    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("died_on", sa.Date(), nullable=True))
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(
        op.get_bind(),
        [
            "clubs_ended",
            "officer_matters",
            "person_corrections",
            "deaths",
            "records_joined",
            "stand_ins",
        ],
    )
    refuse_to_lose_values(op.get_bind(), "board_trainings", "place")
    refuse_to_lose_values(op.get_bind(), "board_trainings", "noted_by")
    refuse_to_lose_values(op.get_bind(), "board_trainings", "cause")
    refuse_to_lose_values(op.get_bind(), "groups", "ended_on")
    refuse_to_lose_values(op.get_bind(), "offices", "term_ends_on")
    refuse_to_lose_values(op.get_bind(), "persons", "died_on")
    with op.batch_alter_table("persons", schema=None) as batch_op:
        batch_op.drop_column("died_on")

    with op.batch_alter_table("offices", schema=None) as batch_op:
        batch_op.drop_column("term_ends_on")

    with op.batch_alter_table("groups", schema=None) as batch_op:
        batch_op.drop_column("ended_on")

    with op.batch_alter_table("board_trainings", schema=None) as batch_op:
        batch_op.drop_column("cause")
        batch_op.drop_column("noted_by")
        batch_op.drop_column("place")

    with op.batch_alter_table("stand_ins", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stand_ins_club_id"))

    op.drop_table("stand_ins")
    with op.batch_alter_table("records_joined", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_records_joined_old_person_id"))
        batch_op.drop_index(batch_op.f("ix_records_joined_member_id"))
        batch_op.drop_index(batch_op.f("ix_records_joined_club_id"))

    op.drop_table("records_joined")
    with op.batch_alter_table("deaths", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deaths_person_id"))
        batch_op.drop_index(batch_op.f("ix_deaths_club_id"))

    op.drop_table("deaths")
    with op.batch_alter_table("person_corrections", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_corrections_person_id"))

    op.drop_table("person_corrections")
    with op.batch_alter_table("officer_matters", schema=None) as batch_op:
        batch_op.drop_index("ix_officer_matters_state")
        batch_op.drop_index(batch_op.f("ix_officer_matters_club_id"))

    op.drop_table("officer_matters")
    op.drop_table("clubs_ended")
    create_guards(op.get_bind())
