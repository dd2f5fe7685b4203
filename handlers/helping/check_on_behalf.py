"""A checker looks at entries that the board made for members without a phone."""

from club.calendar import Month
from club.members import Action
from club.on_behalf import Found
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.members.members_named import member_named
from handlers.menus import closing
from handlers.money.books_said import entry_line
from handlers.news import news
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.helping import on_behalf as say
from messages.members import offices as say_offices
from messages.moments import Moment
from messages.money import confirm_contribution as say_dispute
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.helping.on_behalf import CheckEntry, CheckerElected, ElectChecker, EntryChecked
from storage.queries import Connection
from storage.queries.helping.on_behalf import Check, checks_of, entered_on_behalf
from storage.queries.members.boards import board
from storage.queries.members.members import name_of
from storage.queries.money.entries import EntryLine, entry


@screen("on_behalf")
def on_behalf(me: Visitor, db: Connection, argument: str) -> Card:
    """The picks of a month, last month's without an argument; and how many entries each made."""
    if not (me.may(Action.CHECK_ON_BEHALF) or me.may(Action.SEE_SUMMARY)):
        return shown_no(Code.NOT_ALLOWED)
    month = _month(argument, me)
    found = checks_of(db, me.club_id, month)
    lines = [say.line(_what(db, me.club_id, each), each.outcome) for each in found]
    counts = [say.count(each.name, each.count) for each in entered_on_behalf(db, me.club_id, month)]
    ways: list[tuple[Press, Moment]] = []
    if me.may(Action.CHECK_ON_BEHALF):
        ways = [
            (StartPress("check_on_behalf", f"{each.month} {each.id}"), say.look(each.name))
            for each in found
            if not each.outcome
        ]
    ways.append((ScreenPress("menu"), everywhere.menu_word()))
    return Card(say.page(month, lines, counts), choices=choices(ways))


def _month(argument: str, me: Visitor) -> Month:
    try:
        return Month.parse(argument)
    except ValueError:
        return Month.of(me.today).previous()


def _what(db: Connection, club_id: int, check: Check) -> Moment:
    return entry_line(_entry(db, club_id, check))


def _entry(db: Connection, club_id: int, check: Check) -> EntryLine:
    found = entry(db, club_id, check.entry_id)
    if found is None:
        raise LookupError("an entry that was picked")
    return found


@dialogue("check_on_behalf", title=say.title, about=2)
async def check_on_behalf(ask: Ask, me: Visitor) -> CheckEntry | Said:
    named, _, number = me.subject.partition(" ")
    if not me.may(Action.CHECK_ON_BEHALF) or not number.isdecimal():
        return said_no(Code.NOT_ALLOWED)
    month = _month(named, me)
    found = await read(checks_of, me.club_id, month)
    check = next((each for each in found if each.id == int(number)), None)
    if check is None:
        return said_no(Code.NOT_FOUND)
    if check.outcome:
        return said_no(Code.ALREADY_DONE)
    about = await read(_entry, me.club_id, check)
    where = ", ".join(each for each in (check.hamlet, check.phone) if each)
    question = say.is_it_right(
        entry_line(about), entered_by=check.entered_by, name=check.name, where=where
    )
    answer = await ask.choice(
        "found", question, among=tuple(Found), shown_as=lambda each: say.found(each.value)
    )
    if answer is Found.RIGHT:
        return CheckEntry(check.id, month, answer)
    said = await ask.text("said", say.what_is_wrong(check.name), longest=300)
    return CheckEntry(check.id, month, answer, said)


@after(EntryChecked)
def entry_checked(fact: EntryChecked, me: Visitor, db: Connection) -> Told:
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("on_behalf", str(fact.check.month)), say.title()),
        (ScreenPress("menu"), everywhere.menu_word()),
    ]
    if fact.found is Found.RIGHT:
        return Told(Card(say.kept(), choices=choices(ways)))
    handler = "" if fact.handler is None else name_of(db, fact.handler)
    reply = Card(say.handed_on(handler), choices=choices(ways))
    if fact.handler is None or fact.dispute is None:
        return Told(reply)
    notice = news(
        say.please_look_into(
            name_of(db, me.person), _what(db, me.club_id, fact.check), fact.dispute.said
        ),
        (StartPress("answer_dispute", str(fact.dispute.id)), say_dispute.look_into()),
    )
    return Told(reply, ((fact.handler, notice),))


@dialogue("elect_checker", title=say.elect_title, about=3)
async def elect_checker(ask: Ask, me: Visitor) -> ElectChecker | Said:
    if not me.may(Action.ELECT_CHECKER):
        return said_no(Code.NOT_ALLOWED)
    member = await member_named(ask, me, prompt=say.who())
    if member is None:
        return Said(say_offices.no_such_member())
    if not await ask.confirm("agreed", say.read_back(member.name)):
        return Said(say.not_elected())
    return ElectChecker(member.member_id)


@after(CheckerElected)
def checker_elected(fact: CheckerElected, me: Visitor, db: Connection) -> Told:
    said: dict[int, Moment] = {
        each.person_id: say.elected(fact.name) for each in board(db, me.club_id, me.today)
    }
    said[fact.person_id] = say.you_are()
    said.pop(me.person, None)
    others = tuple((who, news(what)) for who, what in sorted(said.items()))
    return Told(closing(say.elected(fact.name)), others)


entrance(
    ScreenPress("on_behalf"),
    label=say.title,
    open_to=lambda me: me.may(Action.CHECK_ON_BEHALF),
    command="kiemtra",
    words=("kiểm tra", "kiểm tra mục ghi hộ", "mục ghi hộ", "check entries"),
)
entrance(
    StartPress("elect_checker"),
    label=say.elect_title,
    open_to=lambda me: me.may(Action.ELECT_CHECKER),
    command="baunguoikiemtra",
    words=("bầu người kiểm tra", "người kiểm tra được bầu", "elect a checker"),
    in_menu=False,
)
