"""What is asked of a member, a fund, an entry or a chat finds it by an index.

Revision ID: 0040
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("declarations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_declarations_member_id"), ["member_id"], unique=False)

    with op.batch_alter_table("golden_heart", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_golden_heart_member_id"), ["member_id"], unique=False)

    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index(
            batch_op.f("ix_inbox_waiting"), sqlite_where=sa.text("state = 'waiting'")
        )
        batch_op.create_index(
            "ix_inbox_waiting",
            ["state", "chat_id", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    with op.batch_alter_table("postings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_postings_fund_id"), ["fund_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_postings_member_id"), ["member_id"], unique=False)

    with op.batch_alter_table("repayments", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_repayments_transaction_id"), ["transaction_id"], unique=False
        )
    create_guards(op.get_bind())


def downgrade() -> None:
    with op.batch_alter_table("repayments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_repayments_transaction_id"))

    with op.batch_alter_table("postings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_postings_member_id"))
        batch_op.drop_index(batch_op.f("ix_postings_fund_id"))

    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_inbox_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.create_index(
            batch_op.f("ix_inbox_waiting"),
            ["chat_id", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    with op.batch_alter_table("golden_heart", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_golden_heart_member_id"))

    with op.batch_alter_table("declarations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_declarations_member_id"))
    create_guards(op.get_bind())
