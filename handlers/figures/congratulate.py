"""An officer of the Association congratulates a club that stands out, once for a time."""

from contextlib import suppress
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from club.broadcasts import Audience
from club.calendar import Month
from club.reminders import Kind, may_go_out
from club.rollup.totals import Standing
from club.spans import Length, Span
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.notices import Told, after
from messages import everywhere
from messages.cards import Card
from messages.figures import praise as say
from messages.figures import rollup as say_rollup
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from messages.settings import broadcasts as say_broadcasts
from messages.settings.broadcast_progress import how_far
from messages.to_all import as_all_read
from storage.changes.figures.congratulate import ClubCongratulated, Congratulate
from storage.queries import Connection
from storage.queries.clubs import club as club_of
from storage.queries.figures.standing import officer_of_club, standing_in_area, standing_of
from storage.queries.members.areas import areas_of_officer, is_officer_for
from storage.queries.members.members import name_of
from storage.queries.settings.broadcasts import To, reach

MOST_CLUBS = 200


@dialogue("congratulate", title=say.congratulate_title, about=3)
async def congratulate(  # noqa: PLR0911 – each no has its own words
    ask: Ask, me: Visitor
) -> Congratulate | Said:
    """`me.subject`: nothing, a span, or a club or an area and a span: "c7 2026-Q3"."""
    mine = [] if me.person_id is None else await read(areas_of_officer, me.person, me.today)
    if not mine or me.helping is not None:
        return Said(say_rollup.no_officer())
    about = _about(me.subject)
    span = about.span or await _which_span(ask, me)
    if span.last >= Month.of(me.today):
        return Said(say.not_over())
    if about.club_id is not None:
        club = await _one(me, about.club_id, span)
    else:
        within = mine if about.area_id is None else [about.area_id]
        club = await _which_club(ask, me, within, span)
        if club is None:
            return Said(say.none_left(span=str(span)))
    if club is None:
        return Said(say_rollup.outside())
    area = await read(officer_of_club, me.person, club.club_id, me.today)
    if area is None:
        return Said(say_rollup.outside())
    if club.is_congratulated:
        return Said(say.done_already(club=club.club, span=str(span)))
    return await _agreed(ask, me, club, area.name, span=span)


@dataclass(frozen=True, slots=True)
class _About:
    club_id: int | None = None
    area_id: int | None = None
    span: Span | None = None


def _about(subject: str) -> _About:
    about = _About()
    for part in subject.split():
        if part[0] in "ac" and part[1:].isdecimal():
            number = int(part[1:])
            about = (
                replace(about, club_id=number) if part[0] == "c" else replace(about, area_id=number)
            )
        else:
            with suppress(ValueError):
                about = replace(about, span=Span.parse(part))
    return about


async def _which_span(ask: Ask, me: Visitor) -> Span:
    """The newest of each length that is over."""
    return await ask.choice(
        "span",
        say.which_time(),
        among=[Span.of(me.today, each).previous() for each in Length],
        shown_as=lambda each: say_rollup.other_length(span=str(each)),
        key=str,
    )


async def _which_club(ask: Ask, me: Visitor, mine: list[int], span: Span) -> Standing | None:
    there: dict[int, Standing] = {}
    for area in mine:
        if not await read(is_officer_for, me.person, area, me.today):
            continue
        found = await read(standing_in_area, area, span, me.today, most=MOST_CLUBS)
        there |= {each.club_id: each for each in found if not each.is_congratulated}
    if not there:
        return None
    return await ask.choice(
        "club",
        say.which_club(),
        among=list(there.values()),
        shown_as=lambda each: say.club_choice(club=each.club, commune=each.commune),
        key=lambda each: each.club_id,
    )


async def _one(me: Visitor, club_id: int, span: Span) -> Standing | None:
    """The club; nothing is said of one outside of the own area."""
    if await read(officer_of_club, me.person, club_id, me.today) is None:
        return None
    return await read(standing_of, club_id, span, me.today)


async def _agreed(
    ask: Ask, me: Visitor, club: Standing, area: str, *, span: Span
) -> Congratulate | Said:
    found = await read(reach, To(Audience.MEMBERS, (club.club_id,)), me.person, me.today)
    if not found.people:
        return Said(say_broadcasts.nobody())
    letter = say.congratulation_of(await read(name_of, me.person), area, club, str(span))
    zone = ZoneInfo((await read(club_of, club.club_id)).timezone)
    read_back = say.read_back(
        letter=as_all_read(letter),
        by_chat=found.by_chat,
        to_phone=found.to_phone,
        night=not may_go_out(Kind.NEWS, me.now.astimezone(zone)),
    )
    if not await ask.confirm("agreed", read_back, of=letter):
        return Said(say_broadcasts.not_sent())
    return Congratulate(club.club_id, span)


@after(ClubCongratulated)
def club_congratulated(fact: ClubCongratulated, me: Visitor, db: Connection) -> Told:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("broadcast", str(fact.broadcast_id)), how_far()),
        (StartPress("congratulate", str(fact.span)), say.congratulate_title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    return Told(Card(say.begun(club=fact.club, people=fact.people), choices=choices(ways)))


entrance(
    StartPress("congratulate"),
    label=say.congratulate_title,
    open_to=lambda me: me.person_id is not None,
    command="chucmung",
    words=("chúc mừng", "chúc mừng câu lạc bộ", "khen câu lạc bộ", "congratulate"),
)
