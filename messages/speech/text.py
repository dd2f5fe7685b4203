"""A written text as the words a voice says: no figure, sign, picture or abbreviation is left.

A voice that is given figures reads them badly ("1.005.000" is not one number to it, a date none at
all), so everything is spelled out here, one rule after another.
"""

import re
import unicodedata

from messages.speech import english, vietnamese
from messages.speech.rules import Rule, said_by

LONGEST_SPOKEN = 1200
LONGEST_READ = 6000

_LINKS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_COMMAND = re.compile(r"(?<!\S)/(?=[a-z])")
_BULLET = re.compile(r"(?m)^[ \t]*[•·▪‣*–—-]+[ \t]+")
_MARKUP = re.compile("[‘`*_~#]+")
# What stands in quotes or brackets is set off by pauses.
_SET_OFF = re.compile(r"[ \t]*[()\[\]{}<>|“”„«»\"]+[ \t]*")
_DASHES = re.compile(r"[ \t]+[–—-]+[ \t]+|[–—]+")
_DOTS = re.compile(r"…|\.{2,}")
_UNSAID = re.compile(r"[^\w\s.,:;!?'’-]|_|\d")
_PAUSES = re.compile(r"\s*([.,:;!?](?:\s*[.,:;!?])*)")
_LONGEST_PAUSE_FIRST = "!?.:;,"
_SPACES = re.compile(r"[ \t\u00a0]+")
_ENDS_SENTENCE = (".", "!", "?")
_LANGUAGES: dict[str, tuple[tuple[Rule, ...], str]] = {
    "vi": (vietnamese.RULES, "đường dẫn"),
    "en": (english.RULES, "a link"),
}


def spoken(text: str, language: str) -> str:
    """The words to be said, one line, sentences with an end; "" where there is nothing to say.

    Holds letters, spaces and . , : ; ! ? ' - only, never a figure. Never raises. What goes beyond
    6,000 characters is not read.
    """
    rules, link = _LANGUAGES[language]
    text = unicodedata.normalize("NFC", text[:LONGEST_READ])
    text = _COMMAND.sub("", _LINKS.sub(link, _BULLET.sub("", text)))
    text = said_by(rules, _DOTS.sub(", ", text))
    text = _DASHES.sub(", ", _SET_OFF.sub(", ", _MARKUP.sub("", text)))
    text = _UNSAID.sub(" ", text)
    return " ".join(filter(None, (_sentence(line) for line in text.splitlines())))


def _sentence(line: str) -> str:
    """One line as a sentence: a single sign at each pause, one at the end."""
    line = _PAUSES.sub(_one_pause, _SPACES.sub(" ", line)).strip(" ,;:-'’")
    if not any(sign.isalpha() for sign in line):
        return ""
    line = _SPACES.sub(" ", line).lstrip(".,:;!? ")
    return line if line.endswith(_ENDS_SENTENCE) else f"{line}."


def _one_pause(found: re.Match[str]) -> str:
    """Of several signs in a row the one that makes the longest pause."""
    signs = [sign for sign in found[1] if not sign.isspace()]
    return min(signs, key=_LONGEST_PAUSE_FIRST.index) + " "


def shortened(words: str, most: int = LONGEST_SPOKEN) -> str:
    """The sentences that fit into `most` characters; a first one too long for that is cut."""
    if len(words) <= most:
        return words
    end = max(words.rfind(f"{sign} ", 0, most) for sign in _ENDS_SENTENCE)
    return words[: end + 1] if end > 0 else words[:most].rsplit(" ", 1)[0] + "."
