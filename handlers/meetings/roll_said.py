"""The roll told in one sentence: "47 người đến, vắng bà Nhói, ông Tư" marks who was absent."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from club.members import Action
from handlers.dialogue.visitor import Visitor
from messages.understand.people import Described, people_meant
from messages.understand.roll_told import RollTold, of_another_day, roll_told
from storage.queries import Connection
from storage.queries.meetings.meetings import Invited, meeting_without_roll

Told = Mapping[str, Any]


def roll_said(text: str, me: Visitor, db: Connection) -> tuple[str, str, Mapping[str, str]] | None:
    """Dialogue, subject and answers; None where no roll is told, or none is missing."""
    told = roll_told(text) if me.may(Action.TAKE_ROLL) and not of_another_day(text) else None
    missing = None if told is None else meeting_without_roll(db, me.club_id, me.today)
    return None if missing is None else ("roll_call", str(missing.id), {"tick_1": text})


def marks_told(everybody: Sequence[Invited]) -> Callable[[str], Told | None]:
    """Reads a sentence typed at the list: lines to set, what was said of numbers, unknown names."""
    people = [Described(each.name, "", each.birth_year) for each in everybody]

    def read(text: str) -> Told | None:
        told = roll_told(text)
        if told is None:
            return None
        found = {piece: people_meant(piece, people) for piece in told.absent}
        absent = [everybody[at[0]].member_id for at in found.values() if len(at) == 1]
        present = _present(told, len(everybody))
        lines = [[each, False] for each in dict.fromkeys(absent)]
        if present is not None and present == len(everybody) - len(lines):
            gone = {each for each, _ in lines}
            lines += [[each.member_id, True] for each in everybody if each.member_id not in gone]
        unknown = [piece for piece, at in found.items() if len(at) != 1]
        knows_all = told.tells_who or present == len(everybody)
        return {"lines": lines, "present": present, "unknown": unknown, "who": knows_all}

    return read


def _present(told: RollTold, members: int) -> int | None:
    if told.present is None and told.absent_count is not None:
        return max(0, members - told.absent_count)
    return told.present
