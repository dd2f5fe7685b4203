"""Something of the club's life told in one message: "tập dưỡng sinh sáng nay 20 người"."""

from collections.abc import Mapping

from club.members import Action
from handlers.dialogue.visitor import Visitor
from messages.understand.activities import read_activity
from messages.understand.measures import tells_blood_pressure
from messages.understand.tellings import names_a_sum
from messages.understand.visits import read_visit

TODAY = "hôm nay"

Told = tuple[str, str, Mapping[str, str]]
"""The dialogue to begin, its subject, and what was said already by the names of its questions."""


def life_said(text: str, me: Visitor) -> Told | None:
    """What a whole message tells of the club's life; None for anything else."""
    if me.may(Action.SEE_OWN_ACCOUNT) and tells_blood_pressure(text):
        return "own_health", "", {"pressure_1": text}
    told = _activity(text) if me.may(Action.LOG_ACTIVITY) else None
    return told or (_visit(text) if me.may(Action.TELL_HARDSHIP) else None)


def _activity(text: str) -> Told | None:
    # "Mua" with a sum is bought, and no dance.
    told = None if names_a_sum(text) else read_activity(text)
    if told is None:
        return None
    carried = {"area": told.area.value, "what": told.what, "day_1": told.day or TODAY}
    if told.people:
        carried["people"] = told.people
    return "log_activity", "", carried


def _visit(text: str) -> Told | None:
    told = read_visit(text)
    if told is None:
        return None
    return "log_visit", f"who {told.who}", {"day": told.day or TODAY}
