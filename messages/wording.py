"""Words in a person's language and form of address. The language is handed in, never ambient."""

import gettext
import io
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path

from club.calendar import Month
from club.money import Money
from messages import formats

LANGUAGES = ("vi", "en")
_LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Words:
    """How to speak to one person: language, how she is addressed, the bot's own word for itself."""

    language: str = "vi"
    you: str = "bác"
    me: str = "cháu"
    name: str = ""  # the name she is called by, as "Hoa" in "bác Hoa"

    def say(self, source: str, /, **values: object) -> str:
        """`source` in this language, with values in their one form."""
        return self._filled(catalogue(self.language).gettext(source), values)

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The sentence for `count` things; {count} stands for the number."""
        chosen = catalogue(self.language).ngettext(one, many, count)
        return self._filled(chosen, {"count": count, **values})

    def _filled(self, sentence: str, values: dict[str, object]) -> str:
        shown = {key: self.shown(value) for key, value in values.items()}
        return sentence.format_map(self._address() | shown)

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
        return str(value)

    def _address(self) -> dict[str, str]:
        dear = f"{self.you} {self.name}".strip()
        return {
            "you": self.you,
            "You": _capital(self.you),
            "me": self.me,
            "Me": _capital(self.me),
            "dear": dear,
            "Dear": _capital(dear),
        }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The words of a language. Read from the compiled file, or compiled in memory where there is
    none.
    """
    folder = _LOCALE / language / "LC_MESSAGES"
    source, compiled = folder / "lien.po", folder / "lien.mo"
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
