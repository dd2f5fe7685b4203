"""A long text in several messages: parted where a reader draws breath."""

from typing import Final

# A part that ends before this share of the room is full leaves too much of it empty.
_LEAST_SHARE: Final = 0.4
_ENDS: Final = ("\n\n", "\n", ". ", " ")


def parts_of(text: str, longest: int, most: int) -> list[str]:
    """The text in at most so many parts, each at most so long in UTF-16 units.

    Parted between paragraphs, else between lines, sentences, words. What does not fit even so is
    left out and the last part ends with "…".
    """
    parts: list[str] = []
    rest = text.strip()
    while rest and len(parts) < most:
        part, rest = _first(rest, longest)
        parts.append(part)
    if rest:
        parts[-1] = _fitting(parts[-1] + "…", longest)
    return parts


def _first(text: str, longest: int) -> tuple[str, str]:
    """What fits into one message, and the rest."""
    room = len(_cut(text, longest))
    if room == len(text):
        return text, ""
    for end in _ENDS:
        kept = len(end.rstrip())
        # The space of it may stand just behind the room: it is not sent.
        at = text.rfind(end, int(room * _LEAST_SHARE), room + len(end) - kept)
        if at >= 0:
            return text[: at + kept].rstrip(), text[at + kept :].lstrip()
    return text[:room], text[room:]


def _fitting(text: str, longest: int) -> str:
    """Ending with "…" even where a character has to give way to it."""
    return text if len(_cut(text, longest)) == len(text) else _cut(text, longest - 1) + "…"


def _cut(text: str, longest: int) -> str:
    """So much of the text as fits; no character outside the basic plane is halved."""
    if len(text) * 2 <= longest:
        return text
    # A half that is left at the end is left out.
    return text.encode("utf-16-le")[: longest * 2].decode("utf-16-le", "ignore")
