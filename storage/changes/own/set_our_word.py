"""She chooses the word between her and Liên, changes it, or takes it away."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, update

from club.our_word import check_our_word
from club.refusals import Code, Refused
from storage.changes.deed import Deed, Private
from storage.tables.people import persons


@dataclass(frozen=True, slots=True)
class OurWordSet:
    word: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SetOurWord(Private):
    """`word`: "" takes it away. Raises Refused(WORD_NOT_FIT)."""

    word: str = field(repr=False)

    def carry_out(self, db: Connection, deed: Deed) -> OurWordSet:
        if deed.person_id is None or deed.typed_by is not None:
            raise Refused(Code.NOT_ALLOWED)
        word = " ".join(self.word.split())
        if word:
            check_our_word(word)
        hers = persons.c.id == deed.person_id
        db.execute(update(persons).where(hers).values(word_between_us=word or None))
        return OurWordSet(word)
