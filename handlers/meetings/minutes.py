"""The minutes of a meeting: how far they are, read on pages, printed, and whose are missing."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from club.meetings import MinutesPart
from club.members import Action
from club.minutes import next_part
from club.photos import About
from club.refusals import Code
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.meetings.minutes_paper import minutes_paper
from handlers.meetings.minutes_said import Section, decided_in, known_in, sections
from handlers.menus import closing, on_page
from handlers.see_photos import see_photos
from handlers.talk.refusing import shown_no
from handlers.tasks import waiting
from messages import decisions as say_decisions
from messages import everywhere as say_everywhere
from messages.cards import Card, Choice
from messages.meetings import minutes as say
from messages.meetings import minutes_lines as say_line
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.queries import Connection
from storage.queries.clubs import club
from storage.queries.meetings.meeting_minutes import (
    Minutes,
    meeting_of_day,
    minutes_of,
    signature_awaited,
    with_signed_minutes,
    without_minutes,
)
from storage.queries.meetings.meetings import last_meeting, next_meeting_day
from storage.queries.members.members import name_of
from storage.queries.money.proposals import seconds_of
from storage.queries.photos import photos_about

Ways = list[tuple[Press, Moment]]
LETTERS_A_PAGE = 1300
"""With heading and navigation it stays below what the shortest messenger takes."""
LETTERS_A_LINE = 80
STILL_WRITING = timedelta(hours=3)


@screen("minutes")
def minutes(me: Visitor, db: Connection, argument: str) -> Card:
    """`argument`: "" for the newest, a meeting ("12", "12 read 1", "12 parts", "12 pdf") or its day
    ("2026-10-24").
    """
    if me.membership is None or me.membership.state != "member":
        return shown_no(Code.NOT_ALLOWED)
    number, _, page = argument.partition(" ")
    there, writes = _there(me, db, number), me.may(Action.WRITE_MINUTES)
    if there is None or not (there.is_signed or writes):
        to_write = there is None and writes and not number
        return closing(_none_held(me, db) if to_write else _not_there(db, there))
    if page == "pdf" and writes:
        return _printed(me, db, there)
    if page == "parts" and writes:
        return _parts(there)
    if page.startswith("read"):
        return _read(db, there, page.removeprefix("read "))
    return _overview(me, db, there)


def _none_held(me: Visitor, db: Connection) -> Moment:
    return say.none_held_yet(next_meeting_day(db, me.club_id, me.today))


def _not_there(db: Connection, there: Minutes | None) -> Moment:
    """What a member hears of minutes that nobody has signed."""
    if there is None or signature_awaited(db, there.meeting.club_id, there.number) is None:
        return say.not_there()
    return say.not_signed_yet(there.meeting.day)


def _there(me: Visitor, db: Connection, number: str) -> Minutes | None:
    """The minutes meant; without a number those to be written next, or the newest signed ones."""
    if number.isdecimal():
        return minutes_of(db, me.club_id, int(number))
    if number:
        held = meeting_of_day(db, me.club_id, _day(number))
        return None if held is None else minutes_of(db, me.club_id, held.id)
    if me.may(Action.WRITE_MINUTES):
        missing = without_minutes(db, me.club_id, me.today)
        newest = missing[-1] if missing else last_meeting(db, me.club_id, me.today)
        return None if newest is None else minutes_of(db, me.club_id, newest.id)
    signed = with_signed_minutes(db, me.club_id)
    return minutes_of(db, me.club_id, signed[0].id) if signed else None


def _day(said: str) -> date:
    """The day of '2026-10-24'; for anything else one on which nobody met."""
    try:
        return date.fromisoformat(said)
    except ValueError:
        return date.min


# How far they are


def _overview(me: Visitor, db: Connection, there: Minutes) -> Card:
    if there.is_signed:
        return _signed(me, db, there)
    awaited = signature_awaited(db, me.club_id, there.number)
    meeting = str(there.meeting.id)
    if awaited is not None:
        asked = next(iter(seconds_of(db, awaited, me.today)), None)
        who = say.nobody_signs() if asked is None else name_of(db, asked)
        ways = _to_read(there)
        if awaited.proposed_by == me.person:
            ways.append((StartPress("take_proposal_back", str(awaited.id)), say.correct()))
        elif asked == me.person:
            ways.insert(0, (StartPress("second", str(awaited.id)), say.sign()))
        return Card(say.waits(there.meeting.day, who), choices=choices([*ways, _menu()]))
    states = [say.part_state(part.value, _state(there, part)) for part in MinutesPart]
    decided = len(decided_in(db, there))
    body = say.overview(there.meeting.day, states, decided=decided, other=_other(me, db, there))
    ways = list(_ways_on(there, me))
    if there.parts:
        ways.insert(1, (ScreenPress("minutes", f"{meeting} parts"), say.correct()))
    return Card(body, choices=choices(ways))


def _state(there: Minutes, part: MinutesPart) -> str:
    if part not in there.parts:
        return "open"
    return "written" if there.parts[part].words else "empty"


def _other(me: Visitor, db: Connection, there: Minutes) -> Moment | None:
    """Who else has written here within the last hours, if the last was somebody else."""
    if not there.parts:
        return None
    part, last = max(there.parts.items(), key=lambda each: each[1].at)
    if last.by is None or last.by == me.person or me.now - last.at > STILL_WRITING:
        return None
    zone = ZoneInfo(club(db, me.club_id).timezone)
    return say.other_writer(last.name, part.value, last.at.astimezone(zone).time())


def ways_on(there: Minutes, me: Visitor) -> tuple[Choice, ...]:
    """What a writer can do next: at most five, the next part first."""
    return choices(_ways_on(there, me))


def _ways_on(there: Minutes, me: Visitor) -> Ways:
    meeting = str(there.meeting.id)
    part = next_part(there.parts)
    ways: Ways = []
    if part is not None:
        ways.append((StartPress("minutes_part", f"{meeting} {part} 0"), say.write_next(part.value)))
    ways.append((StartPress("decide", meeting), say_decisions.enter()))
    if there.parts and there.meeting.state == "held":
        ways.append((StartPress("finish_minutes", meeting), say.finish()))
        ways.append((ScreenPress("minutes", f"{meeting} read 0"), say.read_all()))
    return [*ways, _menu()] if len(ways) < 4 else ways


def _menu() -> tuple[Press, Moment]:
    return ScreenPress("menu"), say_everywhere.menu_word()


def _signed(me: Visitor, db: Connection, there: Minutes) -> Card:
    assert there.signed_at is not None
    on = there.signed_at.astimezone(ZoneInfo(club(db, me.club_id).timezone)).date()
    ways = _to_read(there) if me.may(Action.WRITE_MINUTES) else _to_read(there)[:1]
    if me.may(Action.WRITE_MINUTES):
        ways.append((StartPress("add_to_minutes", str(there.meeting.id)), say.add()))
    ways.append((ScreenPress("minutes_list"), say.others()))
    body = say.signed(there.meeting.day, name_of(db, there.signed_by), on)
    return Card(body, choices=choices([*ways, _menu()]))


def _to_read(there: Minutes) -> Ways:
    meeting = there.meeting.id
    return [
        (ScreenPress("minutes", f"{meeting} read 0"), say.read_all()),
        (ScreenPress("minutes", f"{meeting} pdf"), say.as_pdf()),
    ]


def _parts(there: Minutes) -> Card:
    """All six, to write one anew or to pick one out of order."""
    meeting = there.meeting.id
    ways: Ways = [
        (
            StartPress("minutes_part", f"{meeting} {part} {there.version_of(part)}"),
            say_line.part_name(part.value),
        )
        for part in MinutesPart
    ]
    return Card(say.which_part(there.meeting.day), choices=choices(ways))


# Reading


def _read(db: Connection, there: Minutes, page: str) -> Card:
    pages = _pages(sections(db, there))
    number = min(int(page) if page.isdecimal() else 0, len(pages) - 1)
    shown = [say_line.section(each.part.value, each.known, each.words) for each in pages[number]]
    meeting = there.meeting
    if number == len(pages) - 1:
        shown += [say_line.addendum(each.day, each.name, each.words) for each in there.addenda]
    ways: Ways = []
    if photos_about(db, About.MINUTES, meeting.id):
        ways.append(see_photos(About.MINUTES, meeting.id))
    if number + 1 < len(pages):
        on = ScreenPress("minutes", f"{meeting.id} read {number + 1}")
        ways.append((on, say.go_on_reading()))
    ways.append((ScreenPress("minutes", str(meeting.id)), say.back()))
    head = say_line.head(meeting.day, meeting.at, meeting.place)
    return Card(say_line.page(head, shown), choices=choices([*ways, _menu()]))


def _pages(of: list[Section]) -> list[list[Section]]:
    """As many whole parts on a page as a message holds."""
    pages: list[list[Section]] = [[]]
    room = LETTERS_A_PAGE
    for each in of:
        length = len(each.words) + LETTERS_A_LINE * (1 + len(each.known))
        if pages[-1] and length > room:
            pages.append([])
            room = LETTERS_A_PAGE
        pages[-1].append(each)
        room -= length
    return pages


@screen("minutes_list")
def minutes_list(me: Visitor, db: Connection, argument: str) -> Card:
    """All signed minutes, the newest first; `argument` is the page."""
    if me.membership is None or me.membership.state != "member":
        return shown_no(Code.NOT_ALLOWED)
    signed = with_signed_minutes(db, me.club_id)
    if not signed:
        return closing(say.not_there())
    entries: Ways = [
        (ScreenPress("minutes", str(each.id)), say.read_of(each.day)) for each in signed
    ]
    return Card(say.which_meeting(), choices=choices(on_page("minutes_list", argument, entries)))


def _printed(me: Visitor, db: Connection, there: Minutes) -> Card:
    paper = minutes_paper(me, db, there, known_in(db, there))
    body = say.paper_comes(there.meeting.day, is_signed=there.is_signed)
    back: tuple[Press, Moment] = (ScreenPress("minutes", str(there.meeting.id)), say.back())
    return Card(body, choices=choices([back, _menu()]), papers=(paper,))


@waiting
def minutes_to_write(me: Visitor, db: Connection) -> Ways:
    """Meetings of the last weeks that were held and whose minutes nobody has finished."""
    if not me.may(Action.WRITE_MINUTES):
        return []
    missing = [
        each
        for each in without_minutes(db, me.club_id, me.today)
        if not _is_finished(db, me.club_id, each.id)
    ]
    return [(ScreenPress("minutes", str(each.id)), say.write_of(each.day)) for each in missing]


def _is_finished(db: Connection, club_id: int, meeting_id: int) -> bool:
    there = minutes_of(db, club_id, meeting_id)
    return there is not None and signature_awaited(db, club_id, there.number) is not None


entrance(
    ScreenPress("minutes"),
    label=say.title,
    open_to=lambda me: me.may(Action.WRITE_MINUTES),
    command="bienban",
    words=(
        *("biên bản", "viết biên bản", "viết tiếp biên bản", "ghi biên bản"),
        *("minutes", "write the minutes", "go on with the minutes"),
    ),
)
entrance(
    ScreenPress("minutes"),
    label=say.title,
    open_to=lambda me: me.membership is not None and not me.may(Action.WRITE_MINUTES),
    command="docbienban",
    words=("đọc biên bản", "read the minutes"),
    in_menu=False,
)
