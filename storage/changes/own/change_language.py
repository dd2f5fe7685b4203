"""Somebody wants to be spoken to in another language from now on."""

from dataclasses import dataclass

from sqlalchemy import Connection, update

from storage.changes.deed import Deed
from storage.tables.chats import chats
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class LanguageChanged:
    language: str


@dataclass(frozen=True, slots=True)
class ChangeLanguage:
    """Of this chat, and of the person's other chats; a stranger has only this one."""

    language: str

    def carry_out(self, db: Connection, deed: Deed) -> LanguageChanged:
        theirs = chats.c.id == deed.chat_id
        if deed.person_id is not None:
            theirs |= chats.c.person_id == deed.person_id
            db.execute(
                update(persons).where(persons.c.id == deed.person_id).values(language=self.language)
            )
        chosen = {"language": self.language, "language_chosen": True}
        db.execute(update(chats).where(theirs).values(**chosen))
        return LanguageChanged(self.language)
