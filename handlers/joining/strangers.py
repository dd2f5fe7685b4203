"""How a stranger is spoken to, by what was begun: nobody knows her age yet."""

from club.address import NEUTRAL, usual_own_word

_FORMS: dict[str, str] = {}


def strangers_are(form: str, *, in_dialogue: str) -> None:
    """Declare the form of address for a stranger who begins this dialogue."""
    _FORMS[in_dialogue] = form


def form_and_own_word(dialogue: str) -> tuple[str, str] | None:
    """How a stranger is spoken to from this dialogue on; None: as before."""
    form = _FORMS.get(dialogue)
    return None if form is None else (form, usual_own_word(form))


strangers_are(NEUTRAL, in_dialogue="join")
