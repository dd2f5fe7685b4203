"""Somebody wants to be addressed in another way from now on. Club rules, H.3."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, update

from club.address import called_and_form, goes_with, usual_own_word
from storage.changes.deed import Deed
from storage.queries.own.address import AddressOfPerson, address_in_chat
from storage.tables.chats import chats
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class AddressChanged:
    """In every chat of the person; of a stranger in this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeAddress:
    """What is None stays. A form with which the helper's own word makes no pair changes that too.

    `called`: what she goes by, with or without the form before it ("bà Hai"); empty: by her name.
    """

    form: str | None = None
    own_word: str | None = None
    called: str | None = None
    lien_at_home: bool | None = None

    def carry_out(self, db: Connection, deed: Deed) -> AddressChanged:
        before = address_in_chat(db, deed.chat_id, deed.person_id, deed.club_id)
        values = self._values(before)
        if deed.person_id is not None:
            db.execute(update(persons).where(persons.c.id == deed.person_id).values(values))
            return AddressChanged()
        # A stranger's name is not kept: nobody has agreed to that yet.
        kept = {key: values[key] for key in ("address", "bot_word")}
        db.execute(update(chats).where(chats.c.id == deed.chat_id).values(kept))
        return AddressChanged()

    def _values(self, before: AddressOfPerson) -> dict[str, Any]:
        called, form = before.called or None, self.form
        if self.called is not None:
            named, stands_before = called_and_form(self.called)
            called, form = named or None, stands_before or form
        form = form or before.form
        fits = before.own_word if goes_with(before.own_word, form) else None
        kept = before.lien_at_home if self.lien_at_home is None else self.lien_at_home
        return {
            "address": form,
            "bot_word": self.own_word or fits or usual_own_word(form, before.region),
            "called": called,
            "lien_at_home": kept,
        }
