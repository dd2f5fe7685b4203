"""How a stranger is spoken to, by what was begun and by what she writes: nobody knows her yet."""

from club.address import NEUTRAL, usual_own_word
from handlers.talk.heard import Heard, Kind
from messages.understand.spoken_language import (
    clearly_english,
    clearly_vietnamese,
    speaks_vietnamese,
)
from storage.conversations import Talk

_FORMS: dict[str, str] = {}


def strangers_are(form: str, *, in_dialogue: str) -> None:
    """Declare the form of address for a stranger who begins this dialogue."""
    _FORMS[in_dialogue] = form


def form_and_own_word(dialogue: str) -> tuple[str, str] | None:
    """How a stranger is spoken to from this dialogue on; None: as before."""
    form = _FORMS.get(dialogue)
    return None if form is None else (form, usual_own_word(form))


def _is_known(talk: Talk) -> bool:
    """Who has asked to join is as new as a stranger, until the board has answered."""
    taken_in = any(each.state != "asked" for each in talk.memberships)
    is_new = talk.person_id is None or bool(talk.memberships)
    return taken_in or talk.is_volunteer or talk.is_officer or not is_new


def language_of_stranger(talk: Talk, heard: Heard) -> str | None:
    """Another language than so far, that a stranger clearly writes; None: as before.

    Wherever nothing is open, and only until she has chosen one by hand or was taken in somewhere.
    The first words outweigh what the phone says. An answer to a question tells nothing, nor does
    a name.
    """
    if talk.front is not None or heard.kind is not Kind.TEXT:
        return None
    if talk.language_chosen or _is_known(talk):
        return None
    if talk.hearer.language == "vi":
        return "en" if clearly_english(heard.text) else None
    first = talk.shown is None
    is_clear = clearly_vietnamese if first else speaks_vietnamese
    return "vi" if is_clear(heard.text) else None


strangers_are(NEUTRAL, in_dialogue="join")
