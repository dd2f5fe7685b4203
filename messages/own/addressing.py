"""How a person is addressed: the form she chose, the bot's own word for itself, her given name."""

from typing import Protocol

from club.address import given_name, is_called_as_the_helper
from messages.wording import Words


class Addressed(Protocol):
    """Whoever is spoken to. `lien_at_home`: somebody of her household is called as the bot is."""

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
    @property
    def lien_at_home(self) -> bool: ...


def words_for(person: Addressed) -> Words:
    """The words for one person."""
    return Words(
        language=person.language,
        you=person.address,
        me=person.bot_word,
        name=person.called or given_name(person.name),
        by_name=not (person.lien_at_home or is_called_as_the_helper(person.name, person.called)),
    )
