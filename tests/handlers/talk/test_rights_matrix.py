"""Every dialogue and screen × every role × own, other and no club, by button, by an old dialogue,
by words, by command and by link: what the table of rights does not open stays shut, and says
nothing. `pytest -s` prints how many ways were tried.
"""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from club.refusals import Code, Refused
from club.rights import RIGHTS
from handlers import everything  # noqa: F401 – declares them all
from handlers.dialogue.engine import SCRIPTS
from handlers.doors import DIALOGUES, SCREENS
from handlers.entrances import ENTRANCES, opened
from handlers.entrances import SCREENS as SHOWN
from handlers.talk.heard import Heard, Kind
from handlers.talk.turn import Turn
from messages.moments import written
from messages.presses import AnswerPress, Press, ScreenPress, StartPress, packed
from messages.refusals import refusal
from storage.changes.joining.ask_to_join import NoteWrongCode
from storage.tables.people import persons
from tests.kit.doors import fits, openings
from tests.kit.everybody import Country, Somebody, Trying, everybody

ABOUT = ("", "1", "2", "entry 1", "1 read 1", "2026-10", "c1 2026-10")


@pytest.fixture(scope="module")
def here(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    """One country for all of it: nothing is written."""
    file = tmp_path_factory.mktemp("rights") / "lien.db"
    shutil.copy(sqlite_template, file)
    with everybody(f"sqlite+aiosqlite:///{file}") as country:
        yield country


LOOKING = ("member", "chair", "cashier", "asked", "stranger", "volunteer", "officer")
TYPING = ("member", "cashier", "stranger", "volunteer", "officer", "helper")


def test_every_dialogue_and_screen_has_its_line() -> None:
    assert set(SCRIPTS) - set(DIALOGUES) == set()
    assert set(SHOWN) - set(SCREENS) == set()


class Tried:
    """What was tried and what was not as it should be."""

    def __init__(self, here: Country) -> None:
        self.here = here
        self.count: Counter[str] = Counter()
        self.leaks: list[str] = []

    def tell(self, what: str) -> None:
        sys.stdout.write(f"\nrights, {what}: {dict(self.count)}; leaks: {len(self.leaks)}\n")

    def check_shut(self, trying: Trying, turn: Turn, what: str) -> None:
        """Nothing begins, nothing is done, and the answer is the same no for everything."""
        said = trying.said(turn)
        nos = (Code.NOT_ALLOWED, Code.NOT_FOR_HELPER)
        refused = any(written(refusal(Refused(each)), trying.me.words) in said for each in nos)
        open_ = [each.name for each in turn.changed.values() if each.place == "front"]
        if turn.command is not None or open_ or not refused:
            self.leaks.append(f"{what}: {turn.command} {open_} {said[:120]}")

    def check_silent(self, trying: Trying, turn: Turn, what: str) -> None:
        """Whoever is not of the club reads nothing that is its own."""
        said = trying.said(turn)
        self.leaks += [f"{what}: {each}" for each in self.secrets if each in said]

    @property
    def secrets(self) -> tuple[str, ...]:
        names = [each.name for each in self.here.village.members]
        phones = [each.phone for each in self.here.village.members if each.phone]
        return (*names, *phones, self.here.village.code)


@pytest.mark.parametrize("club", ["own", "other", "none"])
def test_what_the_table_does_not_open_stays_shut(here: Country, club: str) -> None:
    with here.undone() as db:
        tried = Tried(here)
        for who in (each for each in here.everybody if each.club == club):
            trying = Trying(db, who)
            for press, keys in openings():
                if fits(who, keys):
                    tried.count["open"] += 1
                    if club != "own" and who.name in LOOKING:
                        _look_in(tried, trying, who, press)
                    continue
                for way, turn in _ways(trying, press):
                    tried.count[way] += 1
                    tried.check_shut(trying, turn, f"{who.name} {packed(press)} by {way}")
        tried.tell(f"{club} club")
        assert tried.leaks == []
        assert sum(tried.count.values()) > 500


def _ways(trying: Trying, press: Press) -> Iterator[tuple[str, Turn]]:
    """Forged press, old button of an open dialogue, what is typed in it, and the way by command."""
    yield "forged press", trying.hears(Heard(Kind.PRESS, packed(press)))
    if isinstance(press, StartPress):
        front = trying.front(press.dialogue)
        old = packed(AnswerPress(front.id, 0, 0))
        yield "old button", trying.hears(Heard(Kind.PRESS, old), front)
        yield "typed answer", trying.hears(Heard(Kind.TEXT, "xin chào nhé"), front)
    for each in ENTRANCES:
        if each.opens == press:
            yield "command", trying.hears(Heard(Kind.TEXT, f"/{each.command}"))


def _look_in(tried: Tried, trying: Trying, who: Somebody, press: Press) -> None:
    """What is open to all is asked about things of the club that is not theirs."""
    for about in ABOUT:
        named = (
            StartPress(press.dialogue, about)
            if isinstance(press, StartPress)
            else ScreenPress(press.screen, about)  # type: ignore[union-attr]
        )
        tried.count["about what is not theirs"] += 1
        turn = trying.hears(Heard(Kind.PRESS, packed(named)))
        tried.check_silent(trying, turn, f"{who.name} of {who.club}: {packed(named)}")


def _does(turn: Turn) -> bool:
    """A stranger's word may be taken for a code to join with; a wrong one is counted."""
    return turn.command is not None and not isinstance(turn.command, NoteWrongCode)


def test_words_open_nothing_more_than_buttons(here: Country) -> None:
    with here.undone() as db:
        tried = Tried(here)
        for who in (each for each in here.everybody if each.name in TYPING):
            trying = Trying(db, who)
            for each in ENTRANCES:
                keys = (DIALOGUES | SCREENS)[opened(each)]
                if fits(who, keys):
                    continue
                for word in each.words[:1]:
                    tried.count["words"] += 1
                    turn = trying.hears(Heard(Kind.TEXT, word))
                    begun = {turn.changed[number].name for number in turn.begun}
                    if opened(each) in begun or _does(turn):
                        tried.leaks.append(f"{who.name} {word}: {begun}")
                    if who.club != "own":
                        tried.check_silent(trying, turn, f"{who.name}: {word}")
        tried.tell("typed")
        assert tried.leaks == []


def test_a_link_opens_nothing_but_joining(here: Country) -> None:
    with here.undone() as db:
        tried = Tried(here)
        for who in here.everybody:
            trying = Trying(db, who)
            for press, _ in openings():
                tried.count["link"] += 1
                turn = trying.hears(Heard(Kind.START, packed(press)))
                begun = {turn.changed[number].name for number in turn.begun}
                if not begun <= {"join", "accept_invitation"} or _does(turn):
                    tried.leaks.append(f"{who.name} {packed(press)}: {begun}")
        tried.tell("by link")
        assert tried.leaks == []


def test_somebody_of_every_role_is_there(here: Country) -> None:
    with here.undone() as db:
        roles = {role for each in here.everybody for role in each.roles}
        assert roles == {role for right in RIGHTS.values() for role in right.roles} | roles
        assert db.execute(select(persons.c.id)).first() is not None
        for who in here.everybody:
            if who.club == "own" and not who.helps:
                assert Trying(db, who).me.roles >= who.roles
