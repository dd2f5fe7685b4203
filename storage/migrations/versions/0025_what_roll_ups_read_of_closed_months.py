"""What roll-ups read of closed months.

Revision ID: 0025
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows
from storage.tables import columns

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "area_names",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("area_id", columns.Id, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_area_names_area_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_names")),
        sa.UniqueConstraint("area_id", "valid_from", name=op.f("uq_area_names_area_id_valid_from")),
    )
    op.create_table(
        "congratulations",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("span", sa.Text(), nullable=False),
        sa.Column("area_id", columns.Id, nullable=False),
        sa.Column("congratulated_by", columns.Id, nullable=False),
        sa.Column("congratulated_at", columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["areas.id"], name=op.f("fk_congratulations_area_id")),
        sa.ForeignKeyConstraint(["club_id"], ["clubs.id"], name=op.f("fk_congratulations_club_id")),
        sa.ForeignKeyConstraint(
            ["congratulated_by"], ["persons.id"], name=op.f("fk_congratulations_congratulated_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_congratulations")),
        sa.UniqueConstraint("club_id", "span", name=op.f("uq_congratulations_club_id_span")),
    )
    op.create_table(
        "published_months",
        sa.Column("id", columns.Id, nullable=False),
        sa.Column("club_id", columns.Id, nullable=False),
        sa.Column("month", columns.MonthText(), nullable=False),
        sa.Column("members", sa.BigInteger(), nullable=True),
        sa.Column("older", sa.BigInteger(), nullable=True),
        sa.Column("women", sa.BigInteger(), nullable=True),
        sa.Column("older_women", sa.BigInteger(), nullable=True),
        sa.Column("poor", sa.BigInteger(), nullable=True),
        sa.Column("home_care_volunteers", sa.BigInteger(), nullable=True),
        sa.Column("lending_fund_total", sa.BigInteger(), nullable=True),
        sa.Column("fund_of_50_million", sa.BigInteger(), nullable=True),
        sa.Column("board_trained", sa.BigInteger(), nullable=True),
        sa.Column("borrowers", sa.BigInteger(), nullable=True),
        sa.Column("outstanding", sa.BigInteger(), nullable=True),
        sa.Column("overdue_loans", sa.BigInteger(), nullable=True),
        sa.Column("overdue", sa.BigInteger(), nullable=True),
        sa.Column("in_need", sa.BigInteger(), nullable=True),
        sa.Column("in_need_with_loan", sa.BigInteger(), nullable=True),
        sa.Column("in_need_compared", sa.BigInteger(), nullable=True),
        sa.Column("half_in_need_borrow", sa.BigInteger(), nullable=True),
        sa.Column("meetings", sa.BigInteger(), nullable=True),
        sa.Column("present", sa.BigInteger(), nullable=True),
        sa.Column("expected_to_come", sa.BigInteger(), nullable=True),
        sa.Column("attended_well", sa.BigInteger(), nullable=True),
        sa.Column("areas_worked_on", sa.BigInteger(), nullable=True),
        sa.Column("all_areas", sa.BigInteger(), nullable=True),
        sa.Column("met_with_all_areas", sa.BigInteger(), nullable=True),
        sa.Column("lesson_reached", sa.BigInteger(), nullable=True),
        sa.Column("new", sa.BigInteger(), nullable=True),
        sa.Column("left", sa.BigInteger(), nullable=True),
        sa.Column("fees_received", sa.BigInteger(), nullable=True),
        sa.Column("gifts_in_money", sa.BigInteger(), nullable=True),
        sa.Column("payouts", sa.BigInteger(), nullable=True),
        sa.Column("paid_out", sa.BigInteger(), nullable=True),
        sa.Column("repaid", sa.BigInteger(), nullable=True),
        sa.Column("interest", sa.BigInteger(), nullable=True),
        sa.Column("people_helped", sa.BigInteger(), nullable=True),
        sa.Column("help_money", sa.BigInteger(), nullable=True),
        sa.Column("home_visits", sa.BigInteger(), nullable=True),
        sa.Column("support_sessions", sa.BigInteger(), nullable=True),
        sa.Column("support_minutes", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["club_id"], ["clubs.id"], name=op.f("fk_published_months_club_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_published_months")),
        sa.UniqueConstraint("club_id", "month", name=op.f("uq_published_months_club_id_month")),
    )
    with op.batch_alter_table("published_months", schema=None) as batch_op:
        batch_op.create_index("ix_published_months_month", ["month"], unique=False)
    create_guards(op.get_bind())


def downgrade() -> None:
    refuse_to_lose_rows(op.get_bind(), ["area_names", "congratulations", "published_months"])
    with op.batch_alter_table("published_months", schema=None) as batch_op:
        batch_op.drop_index("ix_published_months_month")

    op.drop_table("published_months")
    op.drop_table("congratulations")
    op.drop_table("area_names")
    create_guards(op.get_bind())
