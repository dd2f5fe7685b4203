"""The meeting table on the members' page: what the phone keeps for working without a network, and
what it sends when the line is back. The page's own account and rights decide, as in a chat.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiohttp import web

from bot.channels.web.requests import Handler, body_of, text_of, wrong
from bot.clock import Clock
from club.calendar import VIETNAM, day_in_zone
from club.meeting_table import PARTS, Answer, Entry, Question, Sums
from club.members import Action, Role
from club.money import Money
from club.refusals import Refused
from club.rights import may
from handlers.money.tables_said import clock as clock_of
from handlers.money.tables_said import day_said, question_said
from messages.moments import written
from messages.own.addressing import words_for
from messages.refusals import refusal
from messages.sums import months_listed
from messages.wording import Words
from storage import outbox
from storage.changes.deed import Deed, note
from storage.changes.money.meeting_table import KeepEntry
from storage.memberships import Membership, memberships
from storage.queries import Connection
from storage.queries.members.accounts import offices_wait_in
from storage.queries.members.members import name_of
from storage.queries.money.meeting_table import (
    AtTable,
    MeetingTable,
    TableNow,
    newest_version,
    open_table,
    table_now,
    table_of_any_club,
)
from storage.queries.own.pages import PageSession
from storage.store import Store

LARGEST_DONG = 10**11
LATEST_MS = 2**42
MOST_VERSIONS = 10**6
Known = Callable[[web.Request], Awaitable[PageSession]]
Answered = Callable[[web.Request, PageSession, dict[str, Any]], Awaitable[web.Response]]


class TablePage:
    """Its two addresses. `known` finds whose phone it is, `answered` keeps the page open."""

    def __init__(self, store: Store, clock: Clock, known: Known, answered: Answered) -> None:
        self.store = store
        self.clock = clock
        self._known = known
        self._answered = answered

    def routes(self, guarded: Callable[[Handler], Handler]) -> list[web.RouteDef]:
        """For the members' page."""
        return [
            web.get("/my/table", guarded(self.table)),
            web.post("/my/table/entry", guarded(self.entry)),
        ]

    async def table(self, request: web.Request) -> web.StreamResponse:
        """The open table as the phone keeps it; {} for whoever may not, or where none is open.

        With `seen`, the revision the phone has, only that it is the same.
        """
        session = await self._known(request)
        seen = request.query.get("seen", "")
        data = await self.store.read(_shown, session, self.clock.now(), seen)
        return await self._answered(request, session, data)

    async def entry(self, request: web.Request) -> web.StreamResponse:
        """One version of an entry; 200 once it is kept for good, for a repeat as well."""
        session = await self._known(request)
        command = _command(await body_of(request))
        no = await self.store.change_soon(_keep, session, command, self.clock.now())
        if no is not None:
            return web.json_response({"error": no}, status=409)
        return await self._answered(request, session, {})


# What comes


def _command(data: dict[str, Any]) -> KeepEntry:
    """Raises HTTPBadRequest."""
    sums = data.get("sums")
    if not isinstance(sums, dict) or not isinstance(data.get("removed", False), bool):
        raise wrong("“sums” is what was given, by part.")
    answer = data.get("answer", "")
    if not isinstance(answer, str) or answer not in set(Answer):
        raise wrong("“answer” is none that is known.")
    return KeepEntry(
        table_id=_number(data, "table"),
        entry=text_of(data, "entry", 80),
        key=text_of(data, "key", 80),
        number=_number(data, "version", most=MOST_VERSIONS),
        member_id=_number(data, "member"),
        sums=Sums(**{part: Money(_number(sums, part, least=0)) for part in PARTS}),
        made_at=datetime.fromtimestamp(_number(data, "made", most=LATEST_MS) / 1000, UTC),
        answer=Answer(answer),
        is_removed=data.get("removed", False),
    )


def _number(data: dict[str, Any], name: str, *, least: int = 1, most: int = LARGEST_DONG) -> int:
    value = data.get(name)
    if type(value) is not int or not least <= value <= most:
        raise wrong(f"“{name}” is a whole number from {least} to {most}.")
    return value


def _keep(db: Connection, session: PageSession, command: KeepEntry, now: datetime) -> str | None:
    """Why it was not kept, in her words; None if it was."""
    table = table_of_any_club(db, command.table_id)
    words = words_for(outbox.hearer_in(db, session.chat_id))
    today = day_in_zone(now, VIETNAM)
    deed = Deed(
        chat_id=session.chat_id,
        channel="web",
        person_id=session.person_id,
        club_id=None if table is None else table.club_id,
        now=now,
        today=today,
        cause=f"table:{session.chat_id}:{command.key}",
    )
    try:
        kept = command.carry_out(db, deed)
    except Refused as no:
        return written(refusal(no), words)
    if kept.is_new:
        note(db, deed, "KeepEntry", subject=str(command.table_id))
    return None


# What the phone keeps


@dataclass(frozen=True, slots=True)
class _Seen:
    """A table, as one person's words tell of it."""

    db: Connection
    words: Words
    zone: str
    now: TableNow

    def data(self, revision: str) -> dict[str, Any]:
        table, cash = self.now.table, self.now.cash
        asked = {each.entry.name: each for each in self.now.reckoned.questions}
        counted = [each for line in self.now.reckoned.lines.values() for each in line.entries]
        entries = [*counted, *(each.entry for each in self.now.reckoned.questions)]
        return {
            "table": table.id,
            "day": written(day_said(self.db, table), self.words),
            "revision": revision,
            "before": cash.before.dong,
            "moved": cash.moved.dong,
            "people": [self._person(each) for each in self.now.people],
            "entries": [self._entry(each, asked.get(each.name)) for each in entries],
        }

    def _person(self, person: AtTable) -> dict[str, Any]:
        due = person.due
        months = list(due.fee_months)
        return {
            "member": person.member_id,
            "number": person.number,
            "name": str(self.words.shown(person.name)),
            "group": person.group,
            "due": _sums(due.sums),
            "months": months_listed(self.words, months) if len(months) > 1 else "",
            "feeMost": due.fee_most.dong,
            "loanMost": due.loan_most.dong,
        }

    def _entry(self, entry: Entry, asked: Question | None) -> dict[str, Any]:
        at = clock_of(self.zone, entry)
        return {
            "entry": entry.name,
            "version": entry.now.number,
            "member": entry.now.member,
            "sums": _sums(entry.sums),
            "answer": entry.now.answer.value,
            "by": str(self.words.shown(name_of(self.db, entry.by))),
            "at": self.words.shown(at),
            "made": int(entry.made_at.timestamp() * 1000),
            "question": None if asked is None else self._question(asked),
        }

    def _question(self, asked: Question) -> dict[str, Any]:
        said = written(question_said(self.db, self.zone, self.now, asked), self.words)
        keeps = None if asked.keeps is None else _sums(asked.keeps)
        return {"why": asked.why.value, "said": said, "keeps": keeps, "rest": asked.rest.dong}


def _sums(sums: Sums) -> dict[str, int]:
    return {part: getattr(sums, part).dong for part in PARTS}


def _shown(db: Connection, session: PageSession, now: datetime, seen: str) -> dict[str, Any]:
    found = _open_for(db, session, now)
    if found is None:
        return {}
    table, zone = found
    revision = f"{table.id}.{newest_version(db, table.id)}"
    if seen == revision:
        return {"table": table.id, "revision": revision, "same": True}
    words = words_for(outbox.hearer_in(db, session.chat_id))
    return _Seen(db, words, zone, table_now(db, table)).data(revision)


def _open_for(
    db: Connection, session: PageSession, now: datetime
) -> tuple[MeetingTable, str] | None:
    """The open table of a club in which this person may work at it, and the club's zone."""
    if session.person_id is None:
        return None
    today = day_in_zone(now, VIETNAM)
    if offices_wait_in(db, session.chat_id):
        return None
    for each in memberships(db, {session.person_id}, today).get(session.person_id, ()):
        table = open_table(db, each.club_id) if _may(each) else None
        if table is not None:
            return table, each.timezone
    return None


def _may(membership: Membership) -> bool:
    roles = [Role(each) for each in membership.roles]
    return membership.state == "member" and may(roles, Action.KEEP_TABLE)
