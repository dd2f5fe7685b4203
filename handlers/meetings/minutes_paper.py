"""The minutes as a paper to sign, made from the same values as the text in chat."""

from datetime import date
from zoneinfo import ZoneInfo

from club.minutes import Known
from handlers.dialogue.visitor import Visitor
from handlers.meetings.minutes_said import decided_in, sections, who_does
from messages.papers import minutes_pages as pages
from messages.papers.kinds import Paper
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.meetings.meeting_minutes import Minutes
from storage.queries.members.boards import board
from storage.queries.members.members import name_of
from storage.queries.money.paper_heading import paper_heading


def minutes_paper(me: Visitor, db: Connection, there: Minutes, known: Known) -> Paper:
    """The minutes as they are now, signed or not, with the names of loans."""
    heading = paper_heading(db, me.club_id, me.today)
    meeting = there.meeting
    parts = sections(db, there, on_paper=True)
    return pages.minutes(
        club=heading.club_name,
        commune=heading.commune,
        day=meeting.day,
        begins=meeting.at,
        ended=there.ended_at,
        place=meeting.place,
        counts=[known.members, known.present, known.excused, known.absent],
        guests=[[kind, count] for kind, count in known.guests],
        parts=[[each.part.value, each.known, each.words] for each in parts],
        decided=[[each.what, who_does(each), each.until] for each in decided_in(db, there)],
        roll=[[name, presence] for name, presence in known.roll],
        addenda=[[each.day, each.name, each.words] for each in there.addenda],
        signers=_signers(me, db, there),
        signed_on=_signed_on(me, db, there),
    )


def _signers(me: Visitor, db: Connection, there: Minutes) -> list[list[str]]:
    """Office and name: who wrote them, who signs; as long as nobody has, by the office."""
    held = board(db, me.club_id, me.today)
    roles = {each.person_id: each.role for each in held}
    by_role = {each.role: each.person_id for each in held}
    writer = there.finished_by or by_role.get("secretary")
    signer = there.signed_by or by_role.get("chair")
    return [
        [roles.get(writer or 0, "secretary"), str(name_of(db, writer))],
        [roles.get(signer or 0, "chair"), str(name_of(db, signer))],
    ]


def _signed_on(me: Visitor, db: Connection, there: Minutes) -> date | None:
    if there.signed_at is None:
        return None
    return there.signed_at.astimezone(ZoneInfo(club(db, me.club_id).timezone)).date()
