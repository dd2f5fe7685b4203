"""The catalogues of words: brought up to date with the sources, and compiled.

`python tools/words.py update` reads every sentence out of the sources into each language's
`lien.po`; `python tools/words.py compile` writes the `lien.mo` files that the program reads.
English is the language of the sources, so its empty entries are filled with the sentence itself.
"""

import io
import sys
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = ROOT / "messages"
LANGUAGES: Final = ("vi", "en")

# Which of a function's arguments are sentences; (n, "c") is a sentence's context.
KEYWORDS: Final[dict[str, tuple[int | tuple[int, str], ...] | None]] = {
    "say": None,
    "N_": None,
    "plural": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
# `# words:` above a sentence explains it to the translator.
COMMENT_TAGS: Final = ("words:",)

HEADER: Final = r"""msgid ""
msgstr ""
"Language: {language}\n"
"Plural-Forms: {plurals}\n"
"Content-Type: text/plain; charset=utf-8\n"

"""


def catalogue_file(language: str) -> Path:
    return SOURCES / "locale" / language / "LC_MESSAGES" / "lien.po"


def extracted() -> Catalog:
    """Every sentence that the sources hold today, with the translators' comments."""
    found = Catalog(domain="lien", charset="utf-8")
    calls = extract_from_dir(
        SOURCES, [("**.py", "python")], keywords=KEYWORDS, comment_tags=COMMENT_TAGS
    )
    for _file, _line, sentence, comments, context in calls:
        found.add(sentence, auto_comments=comments, context=context)
    return found


def catalogue(language: str) -> Catalog:
    """A language's catalogue as it lies in the repository; an empty one if there is none yet."""
    file = catalogue_file(language)
    if not file.exists():
        return Catalog(locale=language, domain="lien")
    with file.open("rb") as stream:
        return read_po(stream, locale=language, domain="lien")


def compile_stale() -> None:
    """Writes each `lien.mo` that is missing or older than its `lien.po`."""
    for language in LANGUAGES:
        source = catalogue_file(language)
        target = source.with_suffix(".mo")
        if source.exists() and not _is_younger(target, source):
            written = io.BytesIO()
            write_mo(written, catalogue(language))
            # In one step, since another process may be reading the old file.
            part = target.with_suffix(".mo.part")
            part.write_bytes(written.getvalue())
            part.replace(target)


def update() -> None:
    """Adds new sentences to each catalogue, drops those no longer said, keeps the rest."""
    template = extracted()
    for language in LANGUAGES:
        words = catalogue(language)
        words.update(template, no_fuzzy_matching=True, update_creation_date=False)
        words.obsolete.clear()
        if language == "en":
            _fill_with_source(words)
        _write(words, catalogue_file(language))


def _is_younger(file: Path, other: Path) -> bool:
    return file.exists() and file.stat().st_mtime >= other.stat().st_mtime


def _fill_with_source(words: Catalog) -> None:
    for message in words:
        if message.id and not _is_filled(message):
            message.string = message.id


def _is_filled(message: Message) -> bool:
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(texts)


def _write(words: Catalog, file: Path) -> None:
    """Writes the sentences in order of the alphabet, and a header that no update changes."""
    written = io.BytesIO()
    write_po(written, words, width=100, no_location=True, omit_header=True, sort_output=True)
    header = HEADER.format(language=words.locale, plurals=words.plural_forms)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(header.encode() + written.getvalue())


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["update"]:
            update()
        case ["compile"]:
            compile_stale()
        case _:
            sys.exit("python tools/words.py update | compile")
