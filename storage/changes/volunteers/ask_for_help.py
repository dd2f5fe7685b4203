"""A member asks for help with something; board and volunteers see the open request."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from club.members import Action
from club.refusals import Code, Refused
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.rights import must_be_allowed
from storage.queries.volunteers.help_requests import HelpRequest, help_request
from storage.tables.people import members
from storage.tables.sessions import help_requests


@dataclass(frozen=True, slots=True)
class HelpAsked:
    request: HelpRequest


@dataclass(frozen=True, slots=True)
class AskForHelp:
    """One open request a topic and lesson: Refused(ALREADY_DONE) while an earlier one waits."""

    topic: str
    lesson: str = ""

    def carry_out(self, db: Connection, deed: Deed) -> HelpAsked:
        must_be_allowed(db, deed, Action.ASK_FOR_HELP)
        assert deed.club_id is not None
        member_id = db.execute(
            select(members.c.id)
            .where(members.c.club_id == deed.club_id, members.c.person_id == deed.person)
            .with_for_update()
        ).scalar_one()
        self._require_none_waits(db, member_id)
        request_id = inserted(
            db,
            help_requests,
            club_id=deed.club_id,
            member_id=member_id,
            topic=self.topic,
            lesson=self.lesson or None,
            state="open",
            asked_at=deed.now,
            cause=deed.cause,
        )
        request = help_request(db, deed.club_id, request_id)
        assert request is not None
        return HelpAsked(request)

    def _require_none_waits(self, db: Connection, member_id: int) -> None:
        there = db.execute(
            select(help_requests.c.id).where(
                help_requests.c.member_id == member_id,
                help_requests.c.topic == self.topic,
                func.coalesce(help_requests.c.lesson, "") == self.lesson,
                help_requests.c.state == "open",
            )
        ).first()
        if there is not None:
            raise Refused(Code.ALREADY_DONE)
