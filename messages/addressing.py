"""How a person is addressed: the form she chose, the bot's own word for itself, her given name."""

from typing import Protocol

from messages.wording import Words


class Addressed(Protocol):
    """Whoever is spoken to."""

    @property
    def language(self) -> str: ...
    @property
    def address(self) -> str: ...
    @property
    def bot_word(self) -> str: ...
    @property
    def called(self) -> str | None: ...
    @property
    def name(self) -> str: ...


def words_for(person: Addressed) -> Words:
    """The words for one person."""
    return Words(
        person.language, person.address, person.bot_word, person.called or given_name(person.name)
    )


def given_name(full_name: str) -> str:
    """The last word of a Vietnamese name is what she is called by."""
    return full_name.rsplit(maxsplit=1)[-1] if full_name.split() else ""
