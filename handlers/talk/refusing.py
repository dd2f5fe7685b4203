"""Saying no before anything is asked or shown: the same sentences as after a refused change."""

from club.refusals import Code, Refused
from handlers.dialogue.engine import Said
from handlers.menus import closing
from messages.cards import Card
from messages.refusals import refusal


def said_no(code: Code, **values: object) -> Said:
    """A dialogue ends with this refusal."""
    return Said(refusal(Refused(code, **values)))


def shown_no(code: Code) -> Card:
    """A screen that shows only this refusal."""
    return closing(refusal(Refused(code)))
