"""The ways in: commands a messenger takes, words that reach what they name, short buttons."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from club.members import Role
from handlers import everything  # noqa: F401 – declares every entrance
from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.visitor import Visitor
from handlers.entrances import ENTRANCES, SCREENS, opened
from handlers.menu_order import CLUB_LIFE, MENU, SETTINGS
from messages.presses import (
    MOST_BYTES,
    AnswerPress,
    Press,
    ScreenPress,
    StartPress,
    Step,
    StepPress,
    packed,
    unpacked,
)
from messages.understand.answers import reserved_word
from messages.wording import Words
from storage.memberships import Membership

NEVER = datetime.min.replace(tzinfo=UTC)
LARGEST_NUMBER = (1 << 63) - 1


def test_commands_are_such_that_messengers_take_them() -> None:
    assert ENTRANCES
    odd = [each.command for each in ENTRANCES if not re.fullmatch(r"[a-z0-9_]{1,32}", each.command)]
    assert odd == []


def test_no_two_ways_in_have_one_command() -> None:
    counted = Counter(each.command for each in ENTRANCES)
    assert [command for command, times in counted.items() if times > 1] == []


def test_no_two_ways_in_have_one_word_for_the_same_person() -> None:
    for me in anybody():
        counted = Counter(
            word for each in ENTRANCES if each.open_to(me) for word in set(each.words)
        )
        assert [word for word, times in counted.items() if times > 1] == [], me.roles


def anybody() -> list[Visitor]:
    """One of each role, one of all of them together, and one of none."""
    stranger = Visitor(
        chat_id=1, channel="", language="vi", words=Words(), now=NEVER, today=NEVER.date()
    )
    club = Membership(1, 1, "", "UTC", practice=False, state="member", roles=frozenset())
    member = replace(stranger, person_id=1, membership=club, memberships=(club,))
    offices = [frozenset({each}) for each in Role]
    return [
        stranger,
        member,
        *(replace(member, extra=roles) for roles in [*offices, frozenset(Role)]),
        replace(member, is_volunteer=True, is_officer=True, extra=frozenset(Role)),
    ]


def test_no_word_of_a_way_in_is_taken_by_a_word_that_works_everywhere() -> None:
    taken = [word for each in ENTRANCES for word in each.words if reserved_word(word)]
    assert taken == []


def test_every_entry_of_the_menu_has_its_place_there_or_in_the_settings() -> None:
    entries = [opened(each) for each in ENTRANCES if each.in_menu]
    assert sorted(entries) == sorted((*MENU, *SETTINGS, *CLUB_LIFE))


def test_every_way_in_leads_somewhere() -> None:
    for each in ENTRANCES:
        match each.opens:
            case StartPress(name, _):
                assert name in SCRIPTS
            case ScreenPress(name, _):
                assert name in SCREENS
            case other:
                raise AssertionError(other)


def every_press() -> list[Press]:
    """The longest that each kind of button carries."""
    presses: list[Press] = [AnswerPress(LARGEST_NUMBER, 99_999, 99)]
    presses += [StepPress(LARGEST_NUMBER, step) for step in Step]
    presses += [StartPress(name, str(LARGEST_NUMBER)) for name in SCRIPTS]
    presses += [ScreenPress(name, str(LARGEST_NUMBER)) for name in SCREENS]
    return presses + [each.opens for each in ENTRANCES]


def test_every_button_is_short_enough_and_means_the_same_when_it_comes_back() -> None:
    for press in every_press():
        assert len(packed(press).encode()) <= MOST_BYTES
        assert unpacked(packed(press)) == press


def test_a_button_that_is_too_long_is_our_fault() -> None:
    with pytest.raises(ValueError, match="at most 64 bytes"):
        packed(StartPress("x" * 40, "y" * 40))


def test_dialogues_say_about_how_many_questions_they_have() -> None:
    assert [name for name, script in SCRIPTS.items() if not 1 <= script.about <= 15] == []
