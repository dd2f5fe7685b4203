"""Writes docs/personal-data.md: every place where something about a person lies, from the register.

`python -m tools.personal_data`; a test keeps the page true.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from club.personal_data.held import Held, Kept, Purpose
from club.personal_data.register import REGISTER

FILE: Final = Path(__file__).parent.parent / "docs" / "personal-data.md"

_BEGINNING = """# Where personal data lies

This page is made from `club/personal_data/` (`python -m tools.personal_data`). A test fails where a
column of the database is missing there, so it names every place; three more tests fill every table
and see that what is said here is done: *my data* shows all of it, *erase me* leaves none of it, and
what has its days goes by itself. Who is responsible, and what a leak asks for, stands in
OPERATIONS.md.

- **goes**: the row is deleted when the person is erased, or when its days are over
- **emptied**: the value is emptied, the row stays
- **stays**: a number, sum or day that names nobody any more; the books hold ids and sums alone
- **words**: written by anybody; her name in them becomes “thành viên đã xóa số …”, and a salt
  beside them is destroyed. An entry of the books holds at most a salted digest of such words

Erasing waits three days, in which it can be taken back. With an open loan, a share, the club's cash
in her hands or an office, her name, membership and account stay until that is settled (marked
*bound*), and everything else is erased. On SQLite what is deleted is overwritten at once
(`secure_delete`); PostgreSQL frees it in its next vacuum. Backups hold it until they are replaced:
`lien restore` erases again whoever was erased after the backup was made.

Photos: her face, her thumbprint on a slip and receipts made out to her go with her. A photo of a
signed meeting sheet or of an activity stays for its time, as it shows others too; whoever can be
seen in one asks the board to take it away.
"""


def page() -> str:
    """The whole page."""
    return _BEGINNING + "".join(_chapter(purpose) for purpose in Purpose) + _rest()


def _chapter(purpose: Purpose) -> str:
    tables = [each for each in _personal() if each.purpose is purpose]
    if not tables:
        return ""
    heading = f"{purpose.value[0].upper()}{purpose.value[1:]}"
    lines = [
        f"\n## {heading}\n",
        "| table | who sees it | how long | when she is erased |",
        "|-|-|-|-|",
    ]
    return "\n".join([*lines, *(_line(each) for each in tables)]) + "\n"


def _personal() -> Iterator[Held]:
    return (each for each in sorted(REGISTER.values(), key=lambda e: e.table) if each.is_personal)


def _line(held: Held) -> str:
    bound = " (*bound*)" if held.while_bound else ""
    return f"| `{held.table}`{bound} | {held.seen.value} | {_how_long(held)} | {_fate(held)} |"


def _how_long(held: Held) -> str:
    if held.term is None:
        kept = Kept.WHILE_KNOWN if held.kept is Kept.DAYS else held.kept
        return str(kept.value)
    days = f"{held.term.days} days after `{held.term.since}`"
    if held.term.days == 0:
        days = f"until `{held.term.since}`"
    if held.term.strangers is not None:
        days += f", a stranger's {held.term.strangers}"
    what = "" if held.goes else "its words: "
    return what + days


def _fate(held: Held) -> str:
    groups = (
        ("goes", held.goes), ("emptied", held.empty), ("words", held.words),
        ("stays", held.stays), ("number only", f"{held.people} {held.unlinked}"),
    )  # fmt: skip
    said = [
        f"**{name}** {', '.join(columns.split())}" for name, columns in groups if columns.split()
    ]
    return "; ".join(said)


def _rest() -> str:
    names = sorted(each.table for each in REGISTER.values() if not each.is_personal)
    listed = ", ".join(f"`{name}`" for name in names)
    return f"\n## Nothing of a person\n\n{listed}\n"


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
