"""Every change of the books tried by those who may not: from another club, by a stranger, by a
helper, by a plain member. Nothing of the club moves, whatever numbers they have guessed.
"""

import importlib
import pkgutil
import shutil
import sys
import types
import typing
from collections import Counter
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table, event, select
from sqlalchemy.exc import SQLAlchemyError

import storage.changes
from club.calendar import Month
from club.money import Money
from club.refusals import Refused
from storage.changes.deed import Deed
from storage.changes.helping.helped import HELPERS_OWN, IN_HER_NAME
from storage.tables import metadata
from tests.kit.everybody import TODAY, Country, Somebody, everybody
from tests.kit.world import START

# What everybody may hand in: it begins something of her own and touches nothing that is there.
MOVING = {"chair", "cashier", "member"}
TO_THE_CLUB = {
    *("AskToJoin", "NoteWrongCode", "SignUpVolunteer", "AcceptInvitation", "BecomeHelper"),
    "AskErasing",
}

NONSENSE = (LookupError, ValueError, TypeError, AttributeError, AssertionError)


@pytest.fixture(scope="module")
def here(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    file = tmp_path_factory.mktemp("rights") / "lien.db"
    shutil.copy(sqlite_template, file)
    with everybody(f"sqlite+aiosqlite:///{file}") as country:
        yield country


def commands() -> list[type]:
    """Every class with `carry_out` under storage/changes."""
    found: dict[str, type] = {}
    for module in pkgutil.walk_packages(storage.changes.__path__, "storage.changes."):
        for each in vars(importlib.import_module(module.name)).values():
            own = isinstance(each, type) and each.__module__ == module.name
            if own and "carry_out" in vars(each):
                found[each.__name__] = each
    return [found[name] for name in sorted(found)]


def made(command: type, number: int) -> Any:
    """One of it, with numbers and words as somebody might guess them."""
    if not is_dataclass(command):
        return command()
    hints = typing.get_type_hints(command)
    values = {
        each.name: _guess(hints[each.name], each.name, number)
        for each in fields(command)
        if each.default is MISSING and each.default_factory is MISSING
    }
    for each in fields(command):
        if each.name.endswith("_id") or each.name in {"person", "member"}:
            values[each.name] = _guess(hints[each.name], each.name, number)
    return command(**values)


def _guess(kind: Any, name: str, number: int) -> Any:  # noqa: PLR0911
    origin = typing.get_origin(kind)
    if origin in {types.UnionType, typing.Union}:
        return _guess(typing.get_args(kind)[0], name, number)
    if origin is not None:
        return {dict: {}, list: []}.get(origin, ())
    simple = {int: number, str: "1", bool: True, float: 1.0, Money: Money(10_000)}
    if kind in simple:
        return simple[kind]
    if kind is date:
        return TODAY
    if kind is datetime:
        return START
    if kind is time:
        return time(8)
    if kind is Month:
        return Month(2026, 10)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind))
    if is_dataclass(kind) and isinstance(kind, type):
        return made(kind, number)
    return None


class Watched:
    """Which tables are written while it watches."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        self.written: set[str] = set()

    def __enter__(self) -> "Watched":
        event.listen(self.db, "after_cursor_execute", self._see)
        return self

    def __exit__(self, *_: object) -> None:
        event.remove(self.db, "after_cursor_execute", self._see)

    def _see(self, db: Any, cursor: Any, statement: str, *rest: Any) -> None:
        words = statement.split()
        if words[0] in {"INSERT", "UPDATE", "DELETE"}:
            name = words[1] if words[0] == "UPDATE" else words[2]
            self.written.add(name.strip('"'))


def ours(db: Connection, table: Table, club: int) -> list[Any]:
    """The rows of a table that belong to the club."""
    wanted = select(table)
    if "club_id" in table.c:
        wanted = wanted.where(table.c.club_id == club)
    return [tuple(row) for row in db.execute(wanted.order_by(*table.primary_key.columns))]


def moved(db: Connection, here: Country, command: Any, deed: Deed, *, before: Any) -> list[str]:
    """The tables in which rows of the club are others than before; the change is taken back."""
    point = db.begin_nested()
    try:
        with Watched(db) as watched:
            command.carry_out(db, deed)
        db.execute(select(1))
        written = [each for each in watched.written if each in metadata.tables]
        return [
            name
            for name in sorted(written)
            if _of_club(name) and ours(db, metadata.tables[name], here.club) != before(name)
        ]
    except (Refused, SQLAlchemyError, *NONSENSE):
        return []
    finally:
        point.rollback()


def _of_club(name: str) -> bool:
    return "club_id" in metadata.tables[name].c and name not in {"audit", "chats"}


class Before:
    def __init__(self, db: Connection, club: int) -> None:
        self.db, self.club = db, club
        self.kept: dict[str, list[Any]] = {}

    def __call__(self, name: str) -> list[Any]:
        if name not in self.kept:
            raise LookupError(name)
        return self.kept[name]

    def look(self) -> None:
        for name, table in metadata.tables.items():
            if _of_club(name):
                self.kept[name] = ours(self.db, table, self.club)


def test_nobody_of_elsewhere_moves_anything_of_the_club(here: Country) -> None:
    tried: Counter[str] = Counter()
    leaks = []
    with here.undone() as db:
        before = Before(db, here.club)
        before.look()
        for who, club in _outsiders(here):
            for command in commands():
                if command.__name__ in TO_THE_CLUB:
                    continue
                for number in (1, 2, 40):
                    deed = here.deed(who, club=club, cause=f"{command.__name__} {number}")
                    tried[who.club] += 1
                    try:
                        guessed = made(command, number)
                    except (Refused, TypeError, ValueError):
                        continue
                    what = f"{command.__name__} by {who.name} of {who.club}"
                    found = moved(db, here, guessed, deed, before=before)
                    leaks += [f"{what}: {table}" for table in found]
    sys.stdout.write(f"\nchanges: {len(commands())}, tried: {dict(tried)}; leaks: {len(leaks)}\n")
    assert leaks == []
    assert len(commands()) > 100


def test_the_same_guesses_move_much_in_the_hands_of_the_own_board(here: Country) -> None:
    """Else the test above would prove nothing."""
    moving = set()
    with here.undone() as db:
        before = Before(db, here.club)
        before.look()
        for who in (each for each in here.everybody if each.club == "own" and each.name in MOVING):
            for command in (each for each in commands() if each.__name__ not in moving):
                for number in (1, 2, 40):
                    deed = here.deed(who, club=here.club, cause=f"{command.__name__} {number}")
                    try:
                        guessed = made(command, number)
                    except (Refused, TypeError, ValueError):
                        continue
                    if moved(db, here, guessed, deed, before=before):
                        moving.add(command.__name__)
    sys.stdout.write(f"\nmoved by the own board: {len(moving)}\n")
    assert len(moving) > 20


def _outsiders(here: Country) -> Iterator[tuple[Somebody, int | None]]:
    """In their own club, and as if they spoke in ours."""
    for who in here.everybody:
        if who.club == "other" and who.name in {"chair", "cashier", "member"}:
            yield who, here.other_club
            yield who, here.club
        if who.club == "none":
            yield who, None
            yield who, here.club


def test_a_helper_hands_in_only_what_helpers_may() -> None:
    allowed = {each.__name__ for each in (*IN_HER_NAME, *HELPERS_OWN)}
    assert allowed == {
        *("DeclareContribution", "TakeBackContribution", "AnswerMeeting", "AskForHelp"),
        *("ThankVolunteer", "OpenDispute"),
        *("SpeakFor", "EndHelping", "BecomeHelper", "NoteWrongHelperCode"),
    }
