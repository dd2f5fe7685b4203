"""What the meetings decided: entered with the minutes, listed for everybody, done or dropped."""

from datetime import date, timedelta

from club.members import Action
from club.minutes import LONGEST_DECISION, DecisionState, Outcome
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.meetings.minutes import ways_on
from handlers.meetings.minutes_said import who_does
from handlers.members.members_named import member_named, name_questions, which_questions
from handlers.menus import closing, on_page
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from handlers.tasks import waiting
from messages import decisions as say
from messages import everywhere
from messages.cards import Card
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.money.decide import (
    Decide,
    Decided,
    DecisionRemoved,
    DecisionSettled,
    RemoveDecision,
    SettleDecision,
)
from storage.queries import Connection
from storage.queries.meetings.decisions import Decision, decision, open_decisions, settled_decisions
from storage.queries.meetings.meeting_minutes import Minutes, minutes_of, signature_awaited
from storage.queries.members.boards import holders
from storage.queries.members.members import name_of
from storage.queries.members.offices import held_offices

Ways = list[tuple[Press, Moment]]
A_WEEK, A_MONTH = timedelta(days=7), timedelta(days=30)
SHOWN_AT_ONCE = 8


# The list


@screen("decisions")
def decisions(me: Visitor, db: Connection, argument: str) -> Card:
    """What is still to be done, for every member; `argument`: a page of it, or "settled"."""
    if me.membership is None or me.membership.state != "member":
        return shown_no(Code.NOT_ALLOWED)
    if argument == "settled":
        return _settled(me, db)
    still = open_decisions(db, me.club_id)
    settled: tuple[Press, Moment] = (ScreenPress("decisions", "settled"), say.settled_title())
    if not still:
        return Card(say.none(), choices=choices([settled, _menu()]))
    page = int(argument) if argument.isdecimal() else 0
    first = page * SHOWN_AT_ONCE % (-(-len(still) // SHOWN_AT_ONCE) * SHOWN_AT_ONCE)
    shown = still[first : first + SHOWN_AT_ONCE]
    body = say.listed([_line(each, me.today) for each in shown], len(still))
    ways: Ways = []
    if any(_may_settle(me, each) for each in shown):
        ways.append((ScreenPress("decision_list", str(page)), say.settle_title()))
    if len(still) > SHOWN_AT_ONCE:
        ways.append((ScreenPress("decisions", str(page + 1)), everywhere.more()))
    return Card(body, choices=choices([*ways, settled, _menu()]))


def _menu() -> tuple[Press, Moment]:
    return ScreenPress("menu"), everywhere.menu_word()


def _line(each: Decision, today: date) -> Moment:
    return say.line(each.what, who_does(each), each.until, is_overdue=each.is_overdue(today))


def _settled(me: Visitor, db: Connection) -> Card:
    lines = [
        say.settled_line(
            each.what, each.state.value, each.settled_on or each.until, reason=each.reason
        )
        for each in settled_decisions(db, me.club_id)
    ]
    back: tuple[Press, Moment] = (ScreenPress("decisions"), say.open_title())
    return Card(say.settled_listed(lines[:SHOWN_AT_ONCE]), choices=choices([back, _menu()]))


@screen("decision_list")
def decision_list(me: Visitor, db: Connection, argument: str) -> Card:
    """One button for each that the visitor can say something about."""
    if me.membership is None or me.membership.state != "member":
        return shown_no(Code.NOT_ALLOWED)
    own = [each for each in open_decisions(db, me.club_id) if _may_settle(me, each)]
    if not own:
        return closing(say.none())
    entries: Ways = [(StartPress("decision", str(each.id)), say.short(each.what)) for each in own]
    return Card(say.settle_title(), choices=choices(on_page("decision_list", argument, entries)))


def _may_settle(me: Visitor, each: Decision) -> bool:
    return each.responsible == me.person_id or me.may(Action.WRITE_MINUTES)


@waiting
def overdue_decisions(me: Visitor, db: Connection) -> Ways:
    """For whoever keeps the minutes, and for whoever has promised it."""
    if me.membership is None:
        return []
    return [
        (StartPress("decision", str(each.id)), say.overdue_task(each.what))
        for each in open_decisions(db, me.club_id)
        if each.is_overdue(me.today) and _may_settle(me, each)
    ]


# Entering


@dialogue("decide", title=say.enter, about=4)
async def decide(ask: Ask, me: Visitor) -> Decide | Said | Redo:
    """About a meeting ("12"), or a decision of it that is written down wrongly ("12 3")."""
    meeting, _, number = me.subject.partition(" ")
    there = await _minutes(me, meeting)
    if isinstance(there, Said):
        return there
    what = await ask.text("what", say.what_question(), longest=LONGEST_DECISION)
    who = await _who(ask, me, what)
    if isinstance(who, Said):
        return who
    met_on = there.meeting.day
    until = await ask.day("until", say.until_question(), offers=(met_on + A_WEEK, met_on + A_MONTH))
    name = say.whole_board() if who is None else await read(name_of, who)
    if not await ask.confirm("agreed", say.read_back(what, name, until)):
        again = ("what", "who", *name_questions(), *which_questions(), "until", "agreed")
        return Redo(again)
    return Decide(
        meeting_id=there.meeting.id,
        what=what,
        responsible=who,
        until=until,
        decision_id=int(number) if number.isdecimal() else None,
    )


async def _minutes(me: Visitor, meeting: str) -> Minutes | Said:
    """The minutes it belongs into, if they can still be written."""
    if not me.may(Action.WRITE_MINUTES) or not meeting.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    there = await read(minutes_of, me.club_id, int(meeting))
    if there is None or there.meeting.state == "cancelled" or there.meeting.day > me.today:
        return said_no(Code.NOT_FOUND)
    if there.is_signed:
        return said_no(Code.MINUTES_SIGNED)
    if await read(signature_awaited, me.club_id, there.number) is not None:
        return said_no(Code.MINUTES_WAITING)
    return there


async def _who(ask: Ask, me: Visitor, what: str) -> int | Said | None:
    """A person of the club; None for the whole board."""
    held = {each.person_id: each.name for each in await read(held_offices, me.club_id, me.today)}
    labels: dict[str, str | Moment] = {"board": say.whole_board(), "other": say.somebody_else()}
    labels |= {str(person): name for person, name in held.items()}
    among = ("board", "other", *(str(person) for person in held))
    chosen = await ask.choice(
        "who", say.who_question(what), among=among, shown_as=lambda key: _label(labels[key])
    )
    if chosen == "board":
        return None
    if chosen != "other":
        return int(chosen)
    member = await member_named(ask, me)
    return Said(say_offices.no_such_member()) if member is None else member.person_id


def _label(said: str | Moment) -> Moment:
    return said if isinstance(said, Moment) else everywhere.plain(said)


@after(Decided)
def decided(fact: Decided, me: Visitor, db: Connection) -> Told:
    """Whoever does it is told at once; the writer goes on."""
    about = fact.decision
    there = minutes_of(db, about.club_id, about.meeting)
    assert there is not None
    ways: Ways = [(StartPress("decide", str(about.meeting)), say.enter_another())]
    on = (ScreenPress("minutes", str(about.meeting)), say.back_to_minutes())
    wrong = (StartPress("decision", str(about.id)), say.way("correct"))
    reply = Card(say.kept(), choices=choices([*ways, on, wrong]))
    told = say.given_to_you(about.what, about.until)
    if about.responsible is None or about.responsible == me.person:
        return Told(reply)
    return Told(reply, ((about.responsible, news(told, _to_list())),))


def _to_list() -> tuple[Press, Moment]:
    return ScreenPress("decisions"), say.title()


# What becomes of one


@dialogue("decision", title=say.settle_title, about=2)
async def settle(ask: Ask, me: Visitor) -> SettleDecision | RemoveDecision | Said | Card:
    """About a decision ("3"), perhaps with what has become of it ("3 done")."""
    about = await _about(me)
    if isinstance(about, Said):
        return about
    way = "done" if me.subject.endswith(" done") else await _way(ask, me, about)
    if way == "correct":
        return _corrected(about)
    reason = await ask.text("why", say.why()) if way == "dropped" else ""
    read_back = say.settle_read_back(about.what, way, reason)
    if way == "nothing" or not await ask.confirm("agreed", read_back):
        return Said(say.stays_open())
    if way == "remove":
        return RemoveDecision(about.id, about.meeting)
    return SettleDecision(about.id, Outcome(way), reason)


async def _about(me: Visitor) -> Decision | Said:
    """The decision of the subject, if it is open and she has a part in it."""
    number = me.subject.partition(" ")[0]
    if me.membership is None or not number.isdecimal():
        return said_no(Code.NOT_FOUND)
    about = await read(decision, me.club_id, int(number))
    if about is None or not _may_settle(me, about):
        return said_no(Code.NOT_FOUND)
    return about if about.state is DecisionState.OPEN else Said(say.gone())


async def _way(ask: Ask, me: Visitor, about: Decision) -> str:
    """The responsible person can say that it is done; the rest is for who keeps the minutes."""
    ways = ["done", "nothing"]
    if me.may(Action.WRITE_MINUTES):
        ways.append("dropped")
        there = await read(minutes_of, me.club_id, about.meeting)
        assert there is not None
        awaited = await read(signature_awaited, me.club_id, there.number)
        if not there.is_signed and awaited is None:
            ways += ["correct", "remove"]
    question = say.what_now(about.what, who_does(about), about.until)
    return await ask.choice("way", question, among=tuple(ways), shown_as=say.way)


def _corrected(about: Decision) -> Card:
    ways: Ways = [
        (StartPress("decide", f"{about.meeting} {about.id}"), say.write_anew()),
        (ScreenPress("minutes", str(about.meeting)), say.back_to_minutes()),
    ]
    return Card(_line(about, about.decided_on), choices=choices(ways))


@after(DecisionSettled)
def settled(fact: DecisionSettled, me: Visitor, db: Connection) -> Told:
    """The secretary hears what somebody else has done, and chair and secretary need not ask."""
    about = fact.decision
    reply = Card(say.settled(about.what, about.state.value), choices=choices([_to_list(), _menu()]))
    if about.state is not DecisionState.DONE:
        return Told(reply)
    told = news(say.settled_by(name_of(db, me.person), about.what), _to_list())
    keepers = holders(db, about.club_id, me.today, "secretary")
    return Told(reply, tuple((each, told) for each in keepers if each != me.person))


@after(DecisionRemoved)
def removed(fact: DecisionRemoved, me: Visitor, db: Connection) -> Told:
    there = minutes_of(db, fact.decision.club_id, fact.decision.meeting)
    assert there is not None
    return Told(Card(say.removed(fact.decision.what), choices=ways_on(there, me)))


entrance(
    ScreenPress("decisions"),
    label=say.title,
    open_to=lambda me: me.membership is not None and me.membership.state == "member",
    command="viecdaquyet",
    words=("việc đã quyết", "đã quyết", "việc được giao", "decisions", "what was decided"),
)
