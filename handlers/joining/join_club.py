"""Join a club by its code or link: consent in plain words first, everything read back, then the
board is asked.
"""

from dataclasses import dataclass, replace
from datetime import date

from club.address import dear, likely_forms, usual_own_word
from handlers.dialogue.address_question import Called, address_question
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said, dialogue
from handlers.dialogue.visitor import Visitor
from handlers.entrances import choices, entrance
from handlers.joining.said_first import (
    ELSEWHERE,
    CodeQuestion,
    ConsentQuestion,
    HamletQuestion,
    OwnNameQuestion,
    PlaceQuestion,
)
from handlers.known_places import as_clubs_know
from handlers.menus import closing, code_in
from handlers.notices import Told, after
from handlers.take_back import way_back
from handlers.talk.practise import offer_practice
from messages import everywhere as say_everywhere
from messages import practising as say_practising
from messages.cards import Card
from messages.joining import join as say
from messages.joining import said_first as say_first
from messages.members import club_ends as say_ended
from messages.moments import Moment
from messages.presses import Press, ScreenPress, StartPress
from storage.changes.joining.ask_to_join import AskToJoin, JoinAsked, NoteWrongCode, WrongCodeNoted
from storage.queries import Connection
from storage.queries.clubs import Club, club_by_code, groups_of, too_many_wrong_codes
from storage.queries.members.boards import board
from storage.queries.members.clubs_ended import EndedClub, ended_club_by_code
from storage.queries.money.declared import Word
from storage.queries.own.address import region_of_club

LONGEST_CODE = 200
LONGEST_HAMLET = 60
NO_CODE = "no_code"


@dataclass(frozen=True, slots=True)
class Option:
    """A fixed choice: what is kept, and how it is shown."""

    key: str
    label: Moment


SEXES = (Option("female", say.woman()), Option("male", say.man()))
SEX_SAID = {
    "female": ("bà", "cô", "chị", "đàn bà", "phụ nữ", "con gái", "bác gái", "nữ giới", "mệ"),
    "male": ("ông", "chú", "anh", "đàn ông", "con trai", "bác trai", "nam giới", "nam nhi"),
}
CIRCUMSTANCES = (
    Option("none", say.no_hardship()),
    Option("poor", say.poor()),
    Option("near_poor", say.near_poor()),
    Option("unsaid", say.rather_not_say()),
)


_WITHOUT_A_CODE = (
    *("không biết mã", "không có mã", "chưa có mã", "quên mã", "mất mã", "mã ở đâu"),
    *("tôi không có mã", "tôi không biết mã", "bác không có mã", "bác không biết mã"),
    *("lấy mã ở đâu", "xin mã ở đâu", "mã là gì", "tìm mã ở đâu", "mất giấy rồi"),
    *(
        "i don't have a code",
        "i do not have a code",
        "i have no code",
        "i do not know the code",
        "i don't know the code",
        "no code",
    ),
)


@dialogue("join", title=say.title, about=9)
async def join_club(ask: Ask, me: Visitor) -> AskToJoin | NoteWrongCode | Said | Card | Redo:
    if me.memberships:
        return Said(say.member_already(me.memberships[0].club_name))
    if await read(too_many_wrong_codes, me.chat_id, me.now):
        return Said(say.too_many_wrong_codes())
    typed = me.subject or await CodeQuestion("code", say.which_code(), LONGEST_CODE, False)
    code = code_in(typed)
    if code is None:
        return _no_code()
    club = await read(club_by_code, code)
    if club is None:
        ended = await read(ended_club_by_code, code)
        return NoteWrongCode() if ended is None else _ended(ended)
    if not await ConsentQuestion("consent", say.consent(club.name)):
        return Said(say.no_consent())
    return await _about_her(ask, club, me.today)


def _no_code() -> Card:
    """Words that are no code are no wrong code: where one is to be had, and the way back."""
    ways: list[tuple[Press, Moment]] = [
        (StartPress("join"), say.have_code()),
        (ScreenPress("menu"), say_everywhere.menu_word()),
    ]
    return Card(say.no_code(), choices=choices(ways))


def _ended(club: EndedClub) -> Card:
    """The code of a club that has ended: where it went, with the way to join there."""
    if not club.into:
        return closing(say_ended.code_of_ended(club.name, club.ended_on))
    text = say_ended.code_went_into(club.name, club.into, club.ended_on)
    return Card(
        text, choices=choices([(StartPress("join", club.into_code), say_ended.join_there())])
    )


async def _about_her(ask: Ask, club: Club, today: date) -> AskToJoin | Redo:
    name = await OwnNameQuestion("name", say.your_name())
    year = await ask.birth_year("year", say.your_birth_year())
    sex = await _sex(ask)
    groups = await read(groups_of, club.id)
    typed = await _hamlet(ask, [each.name for each in groups], club.hamlet)
    hamlet = await as_clubs_know([club.id], typed)
    phone = await ask.phone("phone", say.your_phone())
    hardship = await _option(ask, "hardship", say.your_circumstances(), CIRCUMSTANCES)
    region = await read(region_of_club, club.id)
    forms = likely_forms(year, sex.key, today, region)
    called: Called = await address_question("address", say.how_to_address(), among=forms)
    spoken = dear(called.form, called.name)
    read_back = say.read_back(name, year, sex.label, hamlet, phone, spoken)
    if not await ask.confirm("agreed", read_back):
        return await _what_is_wrong(ask)
    return AskToJoin(
        club_id=club.id,
        name=name,
        birth_year=year,
        sex=sex.key,
        hamlet=hamlet,
        phone=phone,
        hardship=hardship.key,
        address=called.form,
        own_word=usual_own_word(called.form, region),
        called=called.name,
    )


async def _sex(ask: Ask) -> Option:
    return await ask.choice(
        "sex",
        say.woman_or_man(),
        among=SEXES,
        shown_as=lambda each: each.label,
        key=lambda each: each.key,
        said_as=lambda each: SEX_SAID[each.key],
    )


async def _option(ask: Ask, name: str, prompt: Moment, among: tuple[Option, ...]) -> Option:
    return await ask.choice(
        name, prompt, among=among, shown_as=lambda each: each.label, key=lambda each: each.key
    )


async def _hamlet(ask: Ask, groups: list[str], known: str) -> str:
    if not groups:
        return await HamletQuestion("hamlet", say.your_hamlet(), LONGEST_HAMLET, False, known=known)
    among = (*groups, ELSEWHERE)
    place = await PlaceQuestion("hamlet", say.your_hamlet(), among, _shown_place, str)
    if place != ELSEWHERE:
        return place[:LONGEST_HAMLET]
    named = say_first.which_place()
    return await ask.text(
        "hamlet_else", named, longest=LONGEST_HAMLET, may_skip=True, number_fits=True
    )


def _shown_place(each: str) -> Moment:
    return say_first.other_place() if each == ELSEWHERE else say.place_name(each)


async def _what_is_wrong(ask: Ask) -> Redo:
    parts = ("name", "year", "sex", "hamlet", "phone", "address")
    wrong = await ask.choice("wrong", say.what_is_wrong(), among=parts, shown_as=say.part)
    again = (wrong, "hamlet_else") if wrong == "hamlet" else (wrong,)
    return Redo((*again, "wrong", "agreed"))


@after(WrongCodeNoted)
def wrong_code(fact: WrongCodeNoted, me: Visitor, db: Connection) -> Told:
    return Told(closing(say.code_is_wrong()))


@after(JoinAsked)
def board_is_asked(fact: JoinAsked, me: Visitor, db: Connection) -> Told:
    """She hears that the board is asked; each of the board gets the question with a button."""
    question = Card(
        say.somebody_asks(fact.name, fact.birth_year, fact.hamlet),
        choices=choices([(StartPress("approve_member", str(fact.member_id)), say.decide())]),
        numbered=False,
    )
    asked = tuple((each.person_id, question) for each in board(db, fact.club_id, me.today))
    reply = offer_practice(say.asked(fact.club_name), say_practising.offered())
    back = choices([way_back(Word.JOINING, fact.member_id)])
    return Told(replace(reply, choices=(*reply.choices, *back)), asked)


entrance(
    StartPress("join"),
    label=say.title,
    open_to=lambda me: not me.memberships,
    command="thamgia",
    words=("tham gia", "gia nhập", "vào câu lạc bộ", "join"),
)
entrance(
    StartPress("join", NO_CODE),
    label=say.no_code_title,
    open_to=lambda me: not me.memberships,
    command="chuacoma",
    words=_WITHOUT_A_CODE,
    in_menu=False,
    anywhere=_WITHOUT_A_CODE,
)
