"""A whole sentence tells that somebody has passed away: the dialogue begins with who and when."""

from collections.abc import Mapping

from club.members import Action
from handlers.dialogue.story import story_of
from handlers.dialogue.visitor import Visitor
from handlers.members.tell_of_death import of_nobody_here
from messages.understand.deaths_told import family_has_died, who_has_died
from messages.understand.people import TITLES, Described, people_named
from messages.understand.plain import bare
from storage.queries import Connection
from storage.queries.members.member_record import KnownMember, known_members


def death_said(text: str, me: Visitor, db: Connection) -> tuple[str, str, Mapping[str, str]] | None:
    """Dialogue, subject and answers: for the board to record it, for anybody else to tell it.
    Nothing is recorded by that.
    """
    if me.helping is not None or not me.may(Action.SEE_FUNDS):
        return None
    who = who_has_died(text)
    if who is None:
        return None
    records = me.may(Action.KEEP_MEMBERS)
    meant = _meant(who, db, me) if who else []
    if not meant and (family_has_died(text) or not records):
        # Nobody of the club's book: the board hears her words, if she wants it.
        return "tell_of_death", of_nobody_here(text), {}
    carried = dict(story_of(text))
    if records and len(meant) == 1:
        return "record_death", str(meant[0].member_id), carried
    name = " ".join(who[1:] if who and bare(who[0]) in TITLES else who)
    known = {"who_1": name} if name else {}
    return "record_death" if records else "tell_of_death", "", carried | known


def _meant(who: tuple[str, ...], db: Connection, me: Visitor) -> list[KnownMember]:
    """Who of the living may be meant."""
    living = [each for each in known_members(db, me.club_id) if each.state == "member"]
    described = [Described(each.name, each.hamlet, each.birth_year) for each in living]
    named = people_named(who, described)
    return [living[place] for _begin, _end, places in named for place in places]
