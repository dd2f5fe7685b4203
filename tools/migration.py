"""Write the next migration from what the tables declare and the migrations do not make yet.

`python -m tools.migration "Monthly fee by person" fee_exceptions clubs` looks only at the tables
named (at all of them without names) and writes storage/migrations/versions/NNNN_....py. Read it
before committing it: values that existing rows need are not to be guessed by a tool.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from textwrap import dedent, indent

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from alembic.operations import ops
from sqlalchemy import Connection

from storage.schema import bring_up_to_date, known_revisions
from storage.store import Store
from storage.tables import metadata

VERSIONS = Path(__file__).parents[1] / "storage" / "migrations" / "versions"

_FILE = '''"""{what}.

Revision ID: {number}
Revises: {before}
"""

import sqlalchemy as sa
from alembic import op

from storage.schema import create_guards, refuse_to_lose_rows, refuse_to_lose_values
from storage.tables import columns

revision = "{number}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
{upgrade}
    create_guards(op.get_bind())


def downgrade() -> None:
{losses}
{downgrade}
    create_guards(op.get_bind())
'''


def differences(db: Connection, tables: frozenset[str]) -> ops.MigrationScript:
    """What the declared tables have and the database has not, for these tables (or all)."""

    def looked_at(thing: object, name: str | None, kind: str, *_: object) -> bool:
        return not tables or kind != "table" or name in tables

    context = MigrationContext.configure(
        db, opts={"include_object": looked_at, "render_as_batch": True, "compare_type": False}
    )
    return produce_migrations(context, metadata)


def losses(upgrade: ops.UpgradeOps) -> list[str]:
    """The lines that refuse a way back where it would lose rows or values."""
    tables = [each.table_name for each in upgrade.ops if isinstance(each, ops.CreateTableOp)]
    lines = [f"refuse_to_lose_rows(op.get_bind(), {tables!r})"] if tables else []
    for group in upgrade.ops:
        for each in getattr(group, "ops", ()):
            if isinstance(each, ops.AddColumnOp):
                column = each.column.name
                lines.append(
                    f"refuse_to_lose_values(op.get_bind(), {each.table_name!r}, {column!r})"
                )
    return lines or ["pass"]


def rendered(operations: ops.UpgradeOps | ops.DowngradeOps) -> str:
    """The operations as lines of Python, with the house's own column types."""
    code = render_python_code(operations, render_as_batch=True)
    code = code.replace("storage.tables.columns.", "columns.")
    code = re.sub(r"sa\.BigInteger\(\)\.with_variant\([^)]*\)+, 'sqlite'\)", "columns.Id", code)
    code = re.sub(r"\n?[ ]*# ###.*", "", code)
    return indent(dedent(code.strip("\n")), "    ")


def write(what: str, tables: frozenset[str]) -> Path:
    """Write the file; raises SystemExit where there is nothing to do."""
    before = known_revisions()[-1]
    number = f"{int(before) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite+aiosqlite:///{folder}/x.db")
        bring_up_to_date(store)
        with store.reading() as db:
            script = differences(db, tables)
        store.close_now()
    upgrade, downgrade = script.upgrade_ops, script.downgrade_ops
    if upgrade is None or downgrade is None or upgrade.is_empty():
        raise SystemExit("the migrations already make what these tables declare")
    slug = re.sub(r"[^a-z0-9]+", "_", what.lower()).strip("_")
    path = VERSIONS / f"{number}_{slug}.py"
    path.write_text(
        _FILE.format(
            what=what,
            number=number,
            before=before,
            upgrade=rendered(upgrade),
            losses="\n".join(f"    {line}" for line in losses(upgrade)),
            downgrade=rendered(downgrade),
        )
    )
    for order in (["check", "--fix"], ["format"]):
        command = [sys.executable, "-m", "ruff", order[0], "-q", *order[1:], str(path)]
        subprocess.run(command, check=True)
    return path


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    print(write(sys.argv[1], frozenset(sys.argv[2:])))
