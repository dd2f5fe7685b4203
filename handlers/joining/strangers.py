"""How a stranger is spoken to, by what was begun and by what she writes: nobody knows her yet."""

from club.address import NEUTRAL, usual_own_word
from handlers.talk.heard import Heard, Kind
from messages.understand.spoken_language import clearly_english, clearly_vietnamese
from storage.conversations import Talk

_FORMS: dict[str, str] = {}


def strangers_are(form: str, *, in_dialogue: str) -> None:
    """Declare the form of address for a stranger who begins this dialogue."""
    _FORMS[in_dialogue] = form


def form_and_own_word(dialogue: str) -> tuple[str, str] | None:
    """How a stranger is spoken to from this dialogue on; None: as before."""
    form = _FORMS.get(dialogue)
    return None if form is None else (form, usual_own_word(form))


def language_of_stranger(talk: Talk, heard: Heard) -> str | None:
    """Another language than so far, that a stranger clearly writes; None: as before.

    English wherever nothing is open; Vietnamese only by the first words, whatever the phone says:
    afterwards she may have chosen. An answer to a question, as a name, tells nothing.
    """
    if talk.person_id is not None or talk.front is not None or heard.kind is not Kind.TEXT:
        return None
    if talk.hearer.language == "vi":
        return "en" if clearly_english(heard.text) else None
    first = talk.shown is None
    return "vi" if first and clearly_vietnamese(heard.text) else None


strangers_are(NEUTRAL, in_dialogue="join")
