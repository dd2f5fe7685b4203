"""What is kept about her, to see and to take along; and what she agreed to, each to take back."""

from datetime import date, datetime

from club.calendar import VIETNAM, day_in_zone
from club.consents import CHANGEABLE, GIVEN_HERE, PURPOSES
from club.members import Action
from club.refusals import Code
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance, screen
from handlers.members.known_members import known_member_named
from handlers.menus import closing
from handlers.notices import Told, after
from handlers.talk.refusing import said_no, shown_no
from messages import everywhere
from messages.cards import Card
from messages.members import member_record as say_record
from messages.moments import Moment
from messages.own import erase_me as say_erase
from messages.own import my_data as say
from messages.papers.my_data import my_data_paper
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.own.ask_erasing import waiting_for
from storage.changes.own.change_consent import ChangeConsent, ConsentChanged
from storage.queries import Connection
from storage.queries.own.consents import consent_of, consents_of
from storage.queries.own.my_data import may_print_for

MENU: tuple[Press, Moment] = (ScreenPress("menu"), everywhere.menu_word())


def is_herself(me: Visitor) -> bool:
    """On her own account; a helper sees and settles nothing of it (Club rules, F.2, G.4)."""
    return me.person_id is not None and me.helping is None and not me.practises


def its_day(at: datetime) -> date:
    """The day of an instant, as it is told."""
    return day_in_zone(at, VIETNAM)


@screen("my_data")
def my_data(me: Visitor, db: Connection, argument: str) -> Card:
    if not is_herself(me):
        return shown_no(Code.NOT_ALLOWED)
    waits = waiting_for(db, me.person)
    last = (
        (StartPress("erase_me"), say_erase.erase_title())
        if waits is None
        else (StartPress("keep_me"), say_erase.keep_title())
    )
    ways: list[tuple[Press, Moment]] = [
        (ScreenPress("all_my_data"), say.see_all()),
        (ScreenPress("my_consents"), say.consents_title()),
        last,
        MENU,
    ]
    return Card(say.page(None if waits is None else its_day(waits)), choices=choices(ways))


@screen("all_my_data")
def all_my_data(me: Visitor, db: Connection, argument: str) -> Card:
    """Both files; what they hold is read when they go out."""
    if not is_herself(me):
        return shown_no(Code.NOT_ALLOWED)
    card = closing(say.here_it_is())
    papers = tuple(my_data_paper(me.person, form) for form in ("pdf", "json"))
    return Card(card.body, choices=card.choices, papers=papers)


@screen("my_consents")
def my_consents(me: Visitor, db: Connection, argument: str) -> Card:
    """Each purpose with its answer and day."""
    if not is_herself(me):
        return shown_no(Code.NOT_ALLOWED)
    found = consents_of(db, me.person)
    lines = [
        say.consent_line(purpose, each.given, each.on)
        if (each := found.get(purpose))
        else say.consent_line(purpose, given=None, day=None)
        for purpose in PURPOSES
        if purpose in found or purpose in GIVEN_HERE
    ]
    ways: list[tuple[Press, Moment]] = [
        (StartPress("my_consent", purpose), say.change_consent(purpose))
        for purpose in CHANGEABLE
        if purpose in found or purpose in GIVEN_HERE
    ]
    return Card(
        say.consents(lines), choices=choices([*ways[:4], (ScreenPress("my_data"), say.title())])
    )


@dialogue("my_consent", title=say.consent_title, about=1)
async def my_consent(ask: Ask, me: Visitor) -> ChangeConsent | Said:
    """One of them: its wording, what follows, and her answer."""
    if not is_herself(me):
        return said_no(Code.NOT_ALLOWED)
    shown = [each for each in PURPOSES if each in CHANGEABLE]
    purpose = me.subject
    if purpose not in PURPOSES:
        purpose = await ask.choice(
            "which", say.which_consent(), among=shown, shown_as=say.change_consent
        )
    there = await read(consent_of, me.person, purpose)
    given = bool(there.given)
    if purpose not in (CHANGEABLE if given else GIVEN_HERE):
        return Said(say.elsewhere(purpose))
    asked = say.consent_asked(purpose, given=given, wording=there.wording, day=there.on)
    if await ask.may_i("other", asked):
        return ChangeConsent(purpose, not given)
    return Said(say.consent_stays())


@after(ConsentChanged)
def consent_changed(fact: ConsentChanged, me: Visitor, db: Connection) -> Told:
    said = say.consent_given if fact.given else say.consent_taken_back
    return Told(closing(said(fact.purpose)))


@dialogue("print_member_data", title=say.print_title, about=1)
async def print_member_data(ask: Ask, me: Visitor) -> Card | Said:
    """For a member without a phone, who signs that she has it."""
    if not me.may(Action.KEEP_MEMBERS):
        return said_no(Code.NOT_ALLOWED)
    found = await known_member_named(ask, me)
    if found is None:
        return Said(say_record.not_found())
    if not await read(may_print_for, me.person, found.person_id, me.today):
        return Said(say.has_a_phone(found.name))
    card = closing(say.printed(found.name))
    return Card(card.body, choices=card.choices, papers=(my_data_paper(found.person_id, "pdf"),))


entrance(
    ScreenPress("my_data"),
    label=say.title,
    open_to=is_herself,
    command="dulieu",
    words=("dữ liệu của tôi", "dữ liệu cá nhân", "my data", "give me my data"),
    comes_late=lambda me: True,
)
entrance(
    ScreenPress("all_my_data"),
    label=say.see_all,
    open_to=is_herself,
    command="tatcadulieu",
    words=("xem tất cả dữ liệu", "xem tất cả", "see everything"),
    in_menu=False,
)
entrance(
    ScreenPress("my_consents"),
    label=say.consents_title,
    open_to=is_herself,
    command="dongy",
    words=("điều tôi đã đồng ý", "tôi đã đồng ý gì", "what i agreed to", "my consents"),
    in_menu=False,
)
entrance(
    StartPress("my_consent"),
    label=say.consent_title,
    open_to=is_herself,
    command="rutdongy",
    words=("rút lại đồng ý", "rút đồng ý", "take back a consent"),
    in_menu=False,
)
entrance(
    StartPress("print_member_data"),
    label=say.print_title,
    open_to=lambda me: me.may(Action.KEEP_MEMBERS),
    command="indulieu",
    words=("in dữ liệu thành viên", "in dữ liệu cho thành viên", "print a member's own data"),
    in_menu=False,
)
