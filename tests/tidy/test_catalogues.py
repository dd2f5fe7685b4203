"""Every sentence has words in every language, with the same placeholders.

Babel's own check cannot pass a catalogue with contexts, so the sentences are read out of the
sources again and compared with what lies in the repository.
"""

import re

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo

from tools import words

PLACEHOLDER = re.compile(r"\{([^{}:!]*)[^{}]*\}")
# How the two call each other: Vietnamese cannot speak without it, English does.
FORMS_OF_ADDRESS = {"you", "You", "me", "Me", "me_lien", "Me_lien", "dear", "Dear"}


def problems(catalogue: Catalog, template: Catalog) -> list[str]:
    """What a reader of this language would miss, one line each."""
    stray = [message.id for message in catalogue if is_stray(message, template)]
    found = [f"no longer said: {sentence}" for sentence in stray]
    found += [f"obsolete: {message.id}" for message in catalogue.obsolete.values()]
    for wanted in template:
        if wanted.id:
            found += problems_of(wanted, catalogue.get(wanted.id, wanted.context))
    return found


def is_stray(message: Message, template: Catalog) -> bool:
    return bool(message.id) and template.get(message.id, message.context) is None


def problems_of(wanted: Message, present: Message | None) -> list[str]:
    if present is None:
        return [f"missing: {wanted.id}"]
    if present.fuzzy:
        return [f"fuzzy: {wanted.id}"]
    texts = texts_of(present.string)
    if not texts or not all(texts):
        return [f"empty: {wanted.id}"]
    allowed = {placeholders(text) for text in texts_of(wanted.id)}
    return [f"other placeholders: {text}" for text in texts if placeholders(text) not in allowed]


def texts_of(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [string] if isinstance(string, str) else list(string or ())


def placeholders(text: str) -> frozenset[str]:
    return frozenset(PLACEHOLDER.findall(text)) - FORMS_OF_ADDRESS


def test_the_sources_say_something() -> None:
    assert len(words.extracted()) > 0


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_catalogue_is_complete(language: str) -> None:
    assert words.catalogue_file(language).exists(), "make words"
    assert problems(words.catalogue(language), words.extracted()) == []


def test_the_english_says_you_and_i_and_never_a_form_of_address() -> None:
    """Whoever reads English would find "bác" and "cháu" there. One text shows the mark itself."""
    forms = {f"{{{form}}}" for form in FORMS_OF_ADDRESS}
    said = [text for each in words.extracted() for text in texts_of(each.id)]
    found = [text for text in said if any(form in text for form in forms)]
    assert [text for text in found if not text.startswith("this is an order; please ask")] == []


def test_the_compiled_catalogue_holds_every_sentence() -> None:
    for language in words.LANGUAGES:
        with words.catalogue_file(language).with_suffix(".mo").open("rb") as stream:
            compiled = {first_of(message) for message in read_mo(stream)}
        assert {first_of(message) for message in words.catalogue(language)} <= compiled


def first_of(message: Message) -> str:
    """The sentence, or the one for a single thing where there are two."""
    return message.id if isinstance(message.id, str) else message.id[0]


def catalogue_of(**texts: str) -> Catalog:
    made = Catalog(locale="vi")
    for sentence, text in texts.items():
        made.add(sentence, string=text)
    return made


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "empty: Hello"),
        ("Chào {ten}", "other placeholders: Chào {ten}"),
        ("Chào {you} ạ", None),
        ("Chào", None),
    ],
)
def test_a_planted_fault_is_found(text: str, problem: str | None) -> None:
    template = catalogue_of(Hello="")
    assert problems(catalogue_of(Hello=text), template) == ([problem] if problem else [])


def test_missing_stray_and_fuzzy_sentences_are_found() -> None:
    template = catalogue_of(Hello="", Bye="")
    present = catalogue_of(Hello="Chào", Thanks="Cảm ơn")
    present["Hello"].flags.add("fuzzy")
    assert problems(present, template) == [
        "no longer said: Thanks",
        "fuzzy: Hello",
        "missing: Bye",
    ]
