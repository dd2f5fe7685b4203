"""Somebody nobody knew yet tells her name in a chat: the chat speaks for her from then on."""

from sqlalchemy import Connection, select, update

from club.address import usual_form
from storage.changes.deed import Deed
from storage.changes.members.enter_member import NewMember, enter_person
from storage.tables.chats import chats


def person_of_chat(
    db: Connection, deed: Deed, *, name: str, birth_year: int, hamlet: str = "", phone: str = ""
) -> int:
    """A new person, in no club, who goes on in the language of the deed's chat; her number."""
    chat = chats.c.id == deed.chat_id
    language = db.execute(select(chats.c.language).where(chat)).scalar_one()
    new = NewMember(
        name=name,
        birth_year=birth_year,
        sex="",
        joined_on=deed.today,
        phone=phone,
        hamlet=hamlet,
        address=usual_form(birth_year, None, deed.today),
        language=language,
    )
    person_id = enter_person(db, new, deed.now)
    db.execute(update(chats).where(chat).values(person_id=person_id))
    return person_id
