"""The meeting table in chat: opening it, how it stands, its list, dropping it (Club rules, B.3)."""

from datetime import date

from club.calendar import Month
from club.meeting_table import PARTS, groups_in_order
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.menus import closing
from handlers.money.books_said import place_line
from handlers.money.table_sums import cash_counted
from handlers.money.tables_said import sums_line, table_of
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from handlers.tasks import waiting
from messages import everywhere as say_everywhere
from messages.cards import Card
from messages.moments import Moment
from messages.money import cash_count as say_count
from messages.money import meeting_table as say
from messages.money import table_closing as say_closing
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.money.meeting_table import DropTable, OpenTable, TableDropped, TableOpened
from storage.queries import Connection
from storage.queries.meetings.meetings import next_meeting_day
from storage.queries.members.boards import holders
from storage.queries.members.members import name_of
from storage.queries.money.ledger import Place, cash_in, places_of
from storage.queries.money.meeting_table import TableNow, days_for_table, open_table, people_at
from storage.queries.own.pages import page_at

LINES_A_PAGE = 15
KEEPERS = ("chair", "deputy", "bookkeeper", "cashier")
Ways = list[tuple[Press, Moment]]


@screen("meeting_table")
def meeting_table(me: Visitor, db: Connection, argument: str) -> Card:
    """The open table in figures and words, and what can be done at it."""
    if not me.may(Action.KEEP_TABLE):
        return shown_no(Code.NOT_ALLOWED)
    now = table_of(db, me.club_id)
    if now is None:
        return Card(say.none_open(), choices=choices([(StartPress("open_table"), say.open_title()),
            (ScreenPress("menu"), say_everywhere.menu_word())]))  # fmt: skip
    ways = _seldom(me, db, now) if argument == "more" else _ways(now)
    return Card(_overview(now), choices=choices(ways))


def _overview(now: TableNow) -> Moment:
    sums, lines = now.reckoned.sums, now.reckoned.lines
    groups = groups_in_order(
        (each.group, now.reckoned.sums_of(each.member_id).total) for each in now.people
    )
    paid = {
        group: sum(each.group == group and each.member_id in lines for each in now.people)
        for group, _ in groups
    }
    named = [(group, amount) for group, amount in groups if any(name for name, _ in groups)]
    return say.overview(
        now.table.held_on,
        sums.total,
        [say.part(part, getattr(sums, part)) for part in PARTS if getattr(sums, part)],
        people=len(lines),
        of=len(now.people),
        groups=[say.group(group, amount, paid[group]) for group, amount in named],
        questions=len(now.reckoned.questions),
        before=now.cash.before,
        moved=now.cash.moved,
        expected=now.cash.expected,
    )


def _seldom(me: Visitor, db: Connection, now: TableNow) -> Ways:
    seldom: Ways = [
        (StartPress("correct_table"), say.correct_title()),
        *_on_a_page(db),
        (StartPress("drop_table"), say.drop_title()),
        (ScreenPress("meeting_table"), say.title()),
    ]
    if me.may(Action.PRINT_BOOKS):
        month = Month.of(now.table.held_on)
        sheet: tuple[Press, Moment] = (
            ScreenPress("print_books", f"{month} meeting"),
            say.sheet_title(),
        )
        seldom.insert(0, sheet)
    return seldom


def _on_a_page(db: Connection) -> Ways:
    """The table is quicker on a page, where there is one."""
    return [(StartPress("my_page"), say.on_my_page())] if page_at(db) else []


def _ways(now: TableNow) -> Ways:
    ways: Ways = [(StartPress("table_entry"), say.entry_title())]
    if now.reckoned.questions:
        ways.insert(0, (StartPress("table_question"), say.question_title()))
    ways += [
        (ScreenPress("table_list"), say.list_title()),
        (StartPress("close_table"), say.close_title()),
        (ScreenPress("meeting_table", "more"), say_everywhere.more()),
    ]
    return ways


@screen("table_list")
def table_list(me: Visitor, db: Connection, argument: str) -> Card:
    """Everybody with what was entered; `argument` is the page."""
    if not me.may(Action.KEEP_TABLE):
        return shown_no(Code.NOT_ALLOWED)
    now = table_of(db, me.club_id)
    if now is None:
        return meeting_table(me, db, "")
    page = int(argument) if argument.isdecimal() else 0
    first = page * LINES_A_PAGE
    lines = [
        say.person_line(
            each.number,
            each.name,
            sums_line(now.reckoned.sums_of(each.member_id))
            if each.member_id in now.reckoned.lines
            else None,
        )
        for each in now.people[first : first + LINES_A_PAGE]
    ]
    ways: Ways = [(ScreenPress("meeting_table"), say.title())]
    if len(now.people) > first + LINES_A_PAGE:
        ways.insert(0, (ScreenPress("table_list", str(page + 1)), say_everywhere.more()))
    return Card(say.list_page(lines), choices=choices(ways))


# Opening


@dialogue("open_table", title=say.open_title, about=3)
async def open_the_table(ask: Ask, me: Visitor) -> OpenTable | Said | Card:
    """The cash is counted before the first one pays, and is what the books say."""
    if not me.may(Action.KEEP_TABLE):
        return said_no(Code.NOT_ALLOWED)
    if await read(open_table, me.club_id) is not None:
        return await read(_as_it_stands, me)
    chosen = await _day(ask, me)
    if isinstance(chosen, Said):
        return chosen
    meeting_id, held_on = chosen
    place = await _place(ask, me)
    prompt = say.count_before(place_line(place))
    counted = await cash_counted("counted", prompt)
    booked = await read(cash_in, me.club_id, place.id)
    if counted != booked:
        # The sum that is counted once more is typed at once.
        counted = await cash_counted("counted_again", say.before_differs(counted, booked))
    if counted != booked:
        count: tuple[Press, Moment] = (StartPress("count_cash", str(place.id)), say_count.title())
        again: tuple[Press, Moment] = (StartPress("open_table"), say.open_title())
        return Card(say.before_differs(counted, booked), choices=choices([again, count]))
    read_back = say.open_read_back if meeting_id is not None else say.open_read_back_today
    if not await ask.confirm("agreed", read_back(held_on, place_line(place), counted)):
        return Said(say.nothing())
    return OpenTable(meeting_id, place.id, counted)


def _as_it_stands(db: Connection, me: Visitor) -> Card:
    return meeting_table(me, db, "")


async def _day(ask: Ask, me: Visitor) -> tuple[int | None, date] | Said:
    """For which meeting; on a day without one, the next is named before today is taken."""
    days = await read(days_for_table, me.club_id, me.today)
    chosen = days[0]
    if len(days) > 1:
        chosen = await ask.choice(
            "day",
            say.which_day(),
            among=days,
            shown_as=lambda each: say.day(each[1], is_planned=each[0] is not None),
            key=lambda each: each[0] or 0,
        )
    following = await read(next_meeting_day, me.club_id, me.today)
    if chosen[0] is not None or following is None:
        return chosen
    when = await ask.choice(
        "no_meeting",
        say.no_meeting_today(me.today, following),
        among=("today", "then"),
        shown_as=lambda each: say.open_when(following, is_today=each == "today"),
    )
    return chosen if when == "today" else Said(say.opened_then(following))


async def _place(ask: Ask, me: Visitor) -> Place:
    """Where the cash of the meeting is put; never the bank."""
    held = [each for each in await read(places_of, me.club_id) if each.kind != "bank"]
    if len(held) == 1:
        return held[0]
    return await ask.choice(
        "place", say.which_place(), among=held, shown_as=place_line, key=lambda each: each.id
    )


@after(TableOpened)
def table_opened(fact: TableOpened, me: Visitor, db: Connection) -> Told:
    """The others who may work at it hear of it."""
    day = fact.table.held_on
    count = len(people_at(db, me.club_id, day))
    ways: Ways = [
        (StartPress("table_entry"), say.entry_title()),
        (ScreenPress("meeting_table"), say.title()),
        *_on_a_page(db),
    ]
    notice = news(
        say.opened_by_other(name_of(db, me.person), day),
        (ScreenPress("meeting_table"), say.title()),
    )
    reply = Card(say.opened(day, count), choices=choices(ways))
    return Told(reply, tuple((each, notice) for each in _others(me, db)))


def _others(me: Visitor, db: Connection) -> list[int]:
    found = holders(db, me.club_id, me.today, *KEEPERS)
    return [each for each in dict.fromkeys(found) if each != me.person]


# Dropping


@dialogue("drop_table", title=say.drop_title, about=2)
async def drop_table(ask: Ask, me: Visitor) -> DropTable | Said:
    if not me.may(Action.KEEP_TABLE):
        return said_no(Code.NOT_ALLOWED)
    now = await read(table_of, me.club_id)
    if now is None:
        return Said(say.none_open())
    taken = now.cash.taken
    why = await ask.text("why", say_closing.why_drop(taken), longest=200)
    if not await ask.confirm("agreed", say_closing.drop_read_back(now.table.held_on, taken, why)):
        return Said(say.nothing())
    return DropTable(now.table.id, why)


@after(TableDropped)
def table_dropped(fact: TableDropped, me: Visitor, db: Connection) -> Told:
    """Whoever worked at it hears why."""
    notice = news(say_closing.dropped_by(name_of(db, me.person), fact.table.held_on, fact.why))
    told = tuple((each, notice) for each in _others(me, db))
    return Told(closing(say_closing.dropped()), told)


@waiting
def table_open(me: Visitor, db: Connection) -> Ways:
    """As long as it is open."""
    if not me.may(Action.KEEP_TABLE):
        return []
    table = open_table(db, me.club_id)
    return [] if table is None else [(ScreenPress("meeting_table"), say.task(table.held_on))]


entrance(
    ScreenPress("meeting_table"),
    label=say.title,
    open_to=lambda me: me.may(Action.KEEP_TABLE),
    command="banthu",
    words=("bàn thu tiền", "bàn thu", "thu tiền buổi họp", "meeting table", "the table"),
)
entrance(
    StartPress("open_table"),
    label=say.open_title,
    open_to=lambda me: me.may(Action.KEEP_TABLE),
    command="moban",
    words=(
        *("mở bàn thu tiền", "mở bàn thu", "mở bàn thu phí", "mở bàn họp", "mở bàn"),
        *("lập bàn thu tiền", "bày bàn thu tiền", "open the table", "open a table"),
    ),
    in_menu=False,
)
entrance(
    StartPress("table_entry"),
    label=say.entry_title,
    open_to=lambda me: me.may(Action.KEEP_TABLE),
    command="thutungnguoi",
    words=("thu từng người", "ghi từng người", "enter at the table"),
    in_menu=False,
)
entrance(
    StartPress("close_table"),
    label=say.close_title,
    open_to=lambda me: me.may(Action.KEEP_TABLE),
    command="dongban",
    words=("đóng bàn", "đóng bàn thu", "đóng bàn thu tiền", "close the table"),
    in_menu=False,
)
