"""Words in a person's language and form of address. The language is handed in, never ambient."""

import gettext
import io
import re
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache, lru_cache
from pathlib import Path

from club.address import AFTER_DEATH, OWN_NAME, PersonName, dear
from club.calendar import Month
from club.money import Money
from club.personal_data.standing_in import STAND_IN
from messages import formats

LANGUAGES = ("vi", "en")
TO_ALL = "bác/ông/bà"
_LOCALE = Path(__file__).parent / "locale"
# Where a sentence begins: there "bác Hoa" is written "Bác Hoa".
_BEGINNING = re.compile(r"(?:^|[\n“]|[.!?…] )(?:• )?\{(\w+)\}")


# A value that ends a sentence of its own, at the end of ours: "6/2027.." is one stop; "…" is kept.
_TWO_STOPS = re.compile(r"(?<=[^\s.])\.\.(?=[\s”)]|$)")


class Titled(str):
    """A name as it is said to others, "bác Nguyễn Thị Hoa"; a capital where a sentence begins."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Words:
    """How to speak to one person: language, how she is addressed, the bot's own word for itself."""

    language: str = "vi"
    you: str = "bác"
    me: str = "cháu"
    name: str = ""  # the name she is called by, as "Hoa" in "bác Hoa"
    by_name: bool = True  # false to a namesake: the bot says "cháu", never "cháu Liên"
    buttons: bool = True  # false where choices are typed: then nobody is asked to press anything

    def to_all(self) -> "Words":
        """As many read it, each called by her own form: shown to whoever sends it, all stand."""
        return replace(self, you=TO_ALL, name="")

    def to_a_room(self) -> "Words":
        """For what hangs on a wall or is read out, where nobody's own form is right."""
        return Words(self.language, "bác", "cháu") if self.language == "vi" else _ENGLISH

    def say(self, source: str, /, **values: object) -> str:
        """`source` in this language, with values in their one form."""
        if not values:
            return _said(self, source)
        return self._filled(catalogue(self.language).gettext(source), values)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The sentence for `count` things; {count} stands for the number."""
        chosen = catalogue(self.language).ngettext(one, many, count)
        return self._filled(chosen, {"count": count, **values})

    def _filled(self, sentence: str, values: dict[str, object]) -> str:
        # Most values are words already.
        shown = {
            key: value if type(value) is str else self.shown(value) for key, value in values.items()
        }
        if any(isinstance(value, Titled) for value in shown.values()):
            sentence = _BEGINNING.sub(lambda found: _begun(found, shown), sentence)
        filled = sentence.format_map(_address(self) | shown)
        return _TWO_STOPS.sub(".", filled) if ".." in filled else filled

    def shown(self, value: object) -> str:
        """A value as it is always shown."""
        match value:
            case Money():
                return formats.money(value)
            case Month():
                return formats.month(value, self.language)
            case date():
                return formats.day(value, self.language)
            case time():
                return formats.clock(value, self.language)
            case PersonName():
                return self.named(value)
        return value if isinstance(value, str) else str(value)

    def named(self, who: PersonName) -> Titled:
        """Somebody else's name: an elder's bare name would be rude. English has no such word."""
        if self.language != "vi" and who.startswith(STAND_IN):
            return Titled(self.say("erased member no. {number}", number=who[len(STAND_IN) :]))
        form = who.form.removesuffix(AFTER_DEATH)
        named = f"{form} {who}".strip() if self.language == "vi" else f"{who}"
        if who.has_died:
            return Titled(self.say("{name} (passed away)", name=named))
        return Titled(named)


_ENGLISH = Words("en", "you", "I")
# Whoever is spoken to now is mostly spoken to again at once: a message has a dozen texts, and what
# has no values, such as the row of navigation, is the same in all of them.
_MOST_KEPT = 4096


@lru_cache(_MOST_KEPT)
def _said(words: Words, source: str) -> str:
    return catalogue(words.language).gettext(source).format_map(_address(words))


@lru_cache(_MOST_KEPT)
def _address(words: Words) -> dict[str, str]:
    forms = {
        "you": words.you,
        "me": words.me,
        "dear": dear(words.you, words.name),
        "me_lien": _with_own_name(words) if words.by_name else words.me,
    }
    return forms | {key.capitalize(): capital(form) for key, form in forms.items()}


def _with_own_name(words: Words) -> str:
    """The word with the name, "cháu Liên"; among the young the name alone."""
    return OWN_NAME if words.me == "mình" else f"{words.me} {OWN_NAME}"


def _begun(found: re.Match[str], shown: dict[str, str]) -> str:
    """The beginning of a sentence; a name that stands there begins with a capital."""
    value = shown.get(found[1])
    if not isinstance(value, Titled):
        return found[0]
    return found[0].replace(f"{{{found[1]}}}", _literal(capital(value)))


def _literal(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def source_of_words(language: str) -> Path:
    """The file in which the words of a language are written."""
    return _LOCALE / language / "LC_MESSAGES" / "lien.po"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The words of a language. Read from the compiled file, or compiled in memory where there is
    none.
    """
    source = source_of_words(language)
    compiled = source.with_suffix(".mo")
    if not source.exists():
        return gettext.NullTranslations()
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        return gettext.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    return gettext.GNUTranslations(io.BytesIO(_compiled(source, language)))


def _compiled(source: Path, language: str) -> bytes:
    # Babel's reader is needed only here: a set-up compiles the catalogue once.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        words = read_po(file, locale=language)
    out = io.BytesIO()
    write_mo(out, words)
    return out.getvalue()
