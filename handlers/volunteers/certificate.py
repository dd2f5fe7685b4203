"""A volunteer's certificate of hours, and whether one holds that somebody shows."""

from datetime import date

from club.chain import written_code
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import entrance
from handlers.menus import closing
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no
from messages.cards import Card
from messages.papers.certificates import certificate as certificate_paper
from messages.papers.kinds import Paper
from messages.presses import Press, StartPress
from messages.volunteers import certificate as say
from messages.volunteers import sessions as words_of
from storage.changes.volunteers.issue_certificate import CertificateIssued, IssueCertificate
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.members.boards import board
from storage.queries.members.members import name_of
from storage.queries.money.paper_heading import paper_heading
from storage.queries.volunteers.certificates import verified
from storage.queries.volunteers.hours import my_hours
from storage.queries.volunteers.sessions import Session
from storage.queries.volunteers.volunteers import known_person


@dialogue("certificate", title=say.title, about=2)
async def certificate(ask: Ask, me: Visitor) -> IssueCertificate | Said:
    if not me.may(Action.SIGN_UP_SESSION):
        return said_no(Code.NOT_ALLOWED)
    helped = await read(my_hours, me.person)
    if not helped:
        return Said(say.no_hours_yet())
    spans = _spans(helped, me.today)
    which = await ask.choice(
        "span",
        say.which_time(),
        among=list(spans),
        shown_as=lambda each: say.span(each, spans[each][0].year),
    )
    first, last = spans[which]
    within = [minutes for each, minutes in helped if first <= each.day <= last]
    known = await read(known_person, me.person)
    read_back = say.read_back(known.name, len(within), sum(within), from_day=first, to_day=last)
    if not await ask.confirm("agreed", read_back):
        return Said(say.not_issued())
    return IssueCertificate(first, last)


def _spans(helped: list[tuple[Session, int]], today: date) -> dict[str, tuple[date, date]]:
    """The times for which there are hours; from the first session on, never from before."""
    days = [each.day for each, _ in helped]
    spans = {
        "all": (min(days), max(days)),
        "year": (date(today.year, 1, 1), today),
        "last_year": (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    }
    return {
        name: (first, last)
        for name, (first, last) in spans.items()
        if any(first <= day <= last for day in days)
    }


@after(CertificateIssued)
def certificate_issued(fact: CertificateIssued, me: Visitor, db: Connection) -> Told:
    """The paper to the volunteer; the board in whose name it is hears of it."""
    issued = fact.certificate
    card = closing(say.issued(issued.code))
    reply = Card(card.body, choices=card.choices, papers=(paper_of(fact, db),))
    if not fact.is_new:
        return Told(reply)
    hears = news(say.board_hears(name_of(db, me.person), issued.minutes))
    people = dict.fromkeys(
        each.person_id
        for each in board(db, issued.club_id, me.today)
        if each.role in {"chair", "secretary"}
    )
    return Told(reply, tuple((each, hears) for each in people if each != me.person_id))


def paper_of(fact: CertificateIssued, db: Connection) -> Paper:
    """The snapshot that goes into the outbox."""
    issued = fact.certificate
    heading = paper_heading(db, issued.club_id, issued.issued_on)
    clubs = {each.club_id: club(db, each.club_id).name for each, _ in fact.sessions}
    chairs = [
        str(each.name)
        for each in board(db, issued.club_id, issued.issued_on)
        if each.role == "chair"
    ]
    return certificate_paper(
        club=heading.club_name,
        commune=heading.commune,
        day=issued.issued_on,
        name=issued.name,
        from_day=issued.from_day,
        to_day=issued.to_day,
        minutes=issued.minutes,
        lines=[
            [
                each.day,
                say.line(words_of.topic(each.topic), each.title),
                clubs[each.club_id],
                minutes,
            ]
            for each, minutes in fact.sessions
        ],
        chair=chairs[0] if chairs else "",
        code=issued.code,
    )


@dialogue("verify", title=say.verify_title, about=1)
async def verify(ask: Ask, me: Visitor) -> Said:
    """Its subject is the code, or it is asked for. Anybody may: it tells nothing but what holds."""
    typed = me.subject or await ask.text("code", say.which_code(), longest=40)
    code = written_code(typed)
    found = None if code is None else await read(verified, code)
    if found is None:
        return Said(say.unknown(typed[:40]))
    return Said(
        say.valid(
            found.code,
            found.initials,
            found.minutes,
            found.sessions,
            from_day=found.from_day,
            to_day=found.to_day,
            issued_on=found.issued_on,
            holds=found.holds,
        )
    )


def _with_code(typed: str, me: Visitor) -> Press | None:
    return StartPress("verify", written_code(typed) or typed[:24])


entrance(
    StartPress("certificate"),
    label=say.title,
    open_to=lambda me: me.is_volunteer,
    command="chungnhan",
    words=("giấy chứng nhận", "chứng nhận", "certificate"),
)
entrance(
    StartPress("verify"),
    label=say.verify_title,
    open_to=lambda me: True,
    command="xacminh",
    words=("xác minh", "kiểm tra giấy chứng nhận", "verify"),
    in_menu=False,
    reads=_with_code,
)
