"""Writes docs/rights.md: who may do and see what, from the table that decides it.

`python -m tools.rights`; a test keeps the page true.
"""

from pathlib import Path
from typing import Final

from club.members import Action, Role
from club.rights import RIGHTS
from handlers.doors import DIALOGUES, SCREENS, Door

FILE: Final = Path(__file__).parent.parent / "docs" / "rights.md"
_ROLES: Final = (
    *(Role.MEMBER, Role.GROUP_LEADER, Role.CHECKER, Role.SECRETARY, Role.BOOKKEEPER),
    *(Role.CASHIER, Role.DEPUTY, Role.CHAIR, Role.VOLUNTEER, Role.OFFICER),
)
_BEGINNING = """# Who may do and see what

This page is made from `club/rights.py` and `handlers/doors.py` (`python -m tools.rights`); a test
keeps it true. The table is asked by everything: dialogues, screens, papers, the pages, and again by
every change inside its transaction. Nothing else compares roles; a test says so.

- It holds **in the own club**. In another club nobody is anything, and a stranger is nothing
  anywhere: the answer is the same whether what was asked about is there or not.
- **Household**: where it says *another*, nobody does it in what concerns himself or his own
  household; the next in order does (`club/declarations.py`, `club/second_person.py`).
- **Helper**: what somebody who types for a member may do in her name; offices are never lent.
- **New account**: an office counts there once two others of the board have confirmed it in person,
  and nothing marked *pays* is done from it for a day. That holds by whatever way the two come
  together: a link, a code, a page that is opened for the first time or again, two records that
  become one, and an office given within a week (`club/lost_accounts.py`). Where fewer than two
  others could confirm it, as while a club is founded, nothing waits. A frozen one is shut.
- Officers see roll-ups of their own area and below (`storage/queries/members/areas.py`), never a
  person of a club.

How it is tried: `tests/handlers/talk/test_rights_matrix.py` (every dialogue and screen × every role
× own, other and no club, by button, word, command and link), `tests/bot/test_rights_over_http.py`
(every way in over HTTP, as the program itself declares them, × every role and cookie),
`tests/storage/test_rights_of_changes.py` (every change) and `tests/club/test_rights.py` (oneself,
the own household, others). Each prints with `pytest -s` how much it tried.
"""


def page() -> str:
    """The whole page."""
    return f"{_BEGINNING}\n{_table()}\n{_doors()}"


def _table() -> str:
    heads = [each.value.replace("_", " ") for each in _ROLES]
    lines = [
        f"| may | {' | '.join(heads)} | household | helper | pays |",
        f"|---|{'---|' * (len(heads) + 3)}",
        *(_line(each) for each in sorted(Action)),
    ]
    return "\n".join(lines) + "\n"


def _line(action: Action) -> str:
    right = RIGHTS[action]
    marks = ["yes" if each in right.roles else "" for each in _ROLES]
    rest = [
        "own too" if right.own_household else "another",
        "yes" if right.helper else "",
        "pays" if right.pays else "",
    ]
    cells = " | ".join([*marks, *rest])
    return f"| {action.value.replace('_', ' ')} | {cells} |"


def _doors() -> str:
    lines = ["## What each dialogue and screen asks", "", "| opens with | dialogues | screens |"]
    lines.append("|---|---|---|")
    keys = sorted({*DIALOGUES.values(), *SCREENS.values()}, key=_named)
    for each in keys:
        dialogues = ", ".join(sorted(name for name, opens in DIALOGUES.items() if opens == each))
        screens = ", ".join(sorted(name for name, opens in SCREENS.items() if opens == each))
        lines.append(f"| {_named(each)} | {dialogues} | {screens} |")
    return "\n".join(lines) + "\n"


def _named(keys: tuple[Door | Action, ...]) -> str:
    return " or ".join(_key(each) for each in keys)


def _key(key: Door | Action) -> str:
    names = {
        Door.EVERYBODY: "everybody, strangers too",
        Door.PERSON: "whoever is known; what it is about decides",
        Door.MEMBER: "a member of the club",
    }
    return names[key] if isinstance(key, Door) else key.value.replace("_", " ")


if __name__ == "__main__":
    import handlers.everything  # noqa: F401 – declares them all

    FILE.write_text(page(), encoding="utf-8")
