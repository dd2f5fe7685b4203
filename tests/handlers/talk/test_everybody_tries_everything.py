"""Every dialogue and every screen, opened by everybody, about things that are and things that are
not: a kind answer each time, never a fault, and nothing of the club for a stranger.
"""

import pytest

from handlers import everything  # noqa: F401 – declares them all
from handlers.dialogue.engine import SCRIPTS
from handlers.entrances import SCREENS
from handlers.talk.heard import Kind
from messages.presses import ScreenPress, StartPress, packed
from tests.kit.village import BOARD, MEMBERS, Phone, Village, village

# Nothing, something that is there, no number, a digit that is none, more than a column holds.
ONE_OF_EACH_KIND = ("", "1", "x", "²", "9223372036854775808")
SUBJECTS = (*ONE_OF_EACH_KIND, "0", "-1", "9223372036854775807")
OTHERS = ("quan", "hoa", "giang")
# What a stranger must not learn by trying.
OF_THE_CLUB = [full for full, *_ in (BOARD | MEMBERS).values()] + ["+84", "091200"]


def everything_to_press(subjects: tuple[str, ...]) -> list[str]:
    starts = [packed(StartPress(name, each)) for name in sorted(SCRIPTS) for each in subjects]
    shows = [packed(ScreenPress(name, each)) for name in sorted(SCREENS) for each in subjects]
    return starts + shows


async def presses_everything(phone: Phone, subjects: tuple[str, ...]) -> list[str]:
    """What was pressed that had no answer."""
    unanswered = []
    for press in everything_to_press(subjects):
        came = len(phone.messages)
        await phone.says(press, kind=Kind.PRESS)
        if len(phone.messages) == came:
            unanswered.append(press)
    return unanswered


def faults(v: Village) -> list[str]:
    with v.store.reading() as db:
        found = db.exec_driver_sql(
            "SELECT i.raw, f.kind, f.trace FROM faults f JOIN inbox i ON i.fault_id = f.id"
        )
        return [f"{row[0]}: {row[1]} in {row[2].splitlines()[-1]}" for row in found]


def dead_letters(v: Village) -> list[str]:
    with v.store.reading() as db:
        found = db.exec_driver_sql("SELECT why, card FROM outbox WHERE state = 'dead'")
        return [f"{row[0]}: {row[1][:200]}" for row in found]


@pytest.mark.parametrize(
    ("who", "subjects"),
    [
        ("binh", SUBJECTS),
        *(pytest.param(who, ONE_OF_EACH_KIND, marks=pytest.mark.no_cover) for who in OTHERS),
        *(pytest.param(who, SUBJECTS, marks=pytest.mark.long) for who in OTHERS),
    ],
    ids=lambda each: each if isinstance(each, str) else str(len(each)),
)
async def test_every_button_there_could_be_is_answered(
    sqlite_url: str, who: str, subjects: tuple[str, ...]
) -> None:
    async with village(sqlite_url) as v:
        unanswered = await presses_everything(v.phones[who], subjects)
        assert faults(v) == []
        assert dead_letters(v) == []
        assert unanswered == []


async def test_a_stranger_learns_nothing_by_trying(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        assert await presses_everything(v.la, ONE_OF_EACH_KIND) == []
        assert faults(v) == []
        assert dead_letters(v) == []
        told = [word for word in OF_THE_CLUB if word in v.la.everything]
        assert told == []
        assert "CLB Thôn Đoài" not in v.la.everything
