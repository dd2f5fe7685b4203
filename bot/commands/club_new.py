"""`lien club new`: founds a club and prints how people get in."""

import argparse
import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.commands.area_named import area_written, province_written
from bot.settings import Settings, WrongSetting
from club.calendar import MeetingDay, day_in_zone
from club.members import Role
from club.money import Money
from club.offices import TO_APPOINT
from club.provinces import ALL_PROVINCES
from club.rollup.totals import Level
from messages.formats import money
from messages.moments import written
from messages.roles import office
from messages.settings.setting_values import meeting_day
from messages.understand.meeting_day import read_meeting_day
from messages.understand.money import read_money
from messages.understand.plain import bare, plain
from messages.understand.readings import Value
from messages.wording import Words
from storage.changes.joining.found_club import ClubFounded, NewClub, found_club, free_code
from storage.changes.joining.invite import Invitation, NewInvitation, make_invitation
from storage.queries import Connection
from storage.queries.all_clubs import all_clubs
from storage.queries.members.areas import AreaMap
from storage.queries.practice import Marked, marked_as
from storage.schema import bring_up_to_date
from storage.store import Store

BOARD = [role for role in TO_APPOINT if role is not Role.GROUP_LEADER]
LONGEST_NAME = 100
SMALLEST_FEE = Money(500)
LARGEST_FEE = Money(1_000_000)
SECONDS_FOR_TELEGRAM = 10
USUAL_NAME = "CLB Liên thế hệ tự giúp nhau {hamlet}"
YES = {"yes", "y", "co", "dung", "dung roi", "ok"}


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to know of a club: its flag, its question, what is read from an answer, and what
    it is if nothing is answered; that may name an earlier part.
    """

    flag: str
    question: str
    read: Callable[[str], object]
    usual: str = ""


class ClubIsThere(WrongSetting):
    """The commune has a club of this name."""


def _name(text: str) -> str:
    name = plain(text)
    if not 2 <= len(name) <= LONGEST_NAME or not any(sign.isalpha() for sign in name):
        raise ValueError(f"2 to {LONGEST_NAME} characters, with letters")
    return name


def _province(text: str) -> str:
    return province_written(ALL_PROVINCES, _name(text))


def _meeting_day(text: str) -> str:
    words = text.strip().lower()
    try:
        return str(MeetingDay.parse(f"solar {int(words)}" if words.isdecimal() else words))
    except ValueError:
        meant = read_meeting_day(text)
    if not isinstance(meant, Value):
        raise ValueError("24 (each month on the 24th), lunar 15, second Sunday, or last Sunday")
    return str(meant.value)


def _fee(text: str) -> Money:
    figures = text.strip().replace(".", "").removesuffix("đồng").strip()
    if figures.isascii() and figures.isdecimal():
        fee = Money(int(figures))
    else:
        meant = read_money(text)
        fee = meant.value if isinstance(meant, Value) else Money(-1)
    # "5" for five thousand would be asked of every member for months before somebody sees it.
    if fee != Money(0) and not SMALLEST_FEE <= fee <= LARGEST_FEE:
        least, most = money(SMALLEST_FEE), money(LARGEST_FEE)
        raise ValueError(f"0, or a sum from {least} to {most}, for example 5000 or 5k")
    return fee


PARTS = (
    Part("province", "Province or city (Tỉnh, thành phố)", _province),
    Part("commune", "Commune or ward (Xã, phường)", _name),
    Part("hamlet", "Village or hamlet (Thôn, bản, tổ dân phố)", _name),
    Part("name", "Name of the club (Tên câu lạc bộ)", _name, USUAL_NAME),
    Part(
        "meeting-day",
        "Meeting day (Ngày sinh hoạt): 24, lunar 15, second Sunday, last Sunday",
        _meeting_day,
        "24",
    ),
    Part("fee", "Fee a month in đồng (Phí mỗi tháng)", _fee, "5000"),
)


def arguments(parser: argparse.ArgumentParser) -> None:
    for part in PARTS:
        parser.add_argument(f"--{part.flag}", metavar="…", help=part.question)
    parser.epilog = "What is not given is asked."


def carry_out(asked: argparse.Namespace, settings: Settings) -> int:
    given = vars(asked)
    known: dict[str, object] = {}
    for part in PARTS:
        known[part.flag] = _known(part, given[part.flag.replace("-", "_")], known)
    if sys.stdin.isatty():
        _read_back(known)
    store = Store(settings.database_url)
    try:
        bring_up_to_date(store)
        code, invitations = _founded(store, known, settings)
    finally:
        store.close_now()
    beginning = way_in(settings)
    print(f"{known['name']} is founded.\n")
    print(f"Members join with the code {code[:4]}-{code[4:]}. To send or to print for them:")
    print(f"  {to_send(beginning, code, f'{code[:4]}-{code[4:]}')}\n")
    ends = invitations[0][1].ends_at.astimezone(ZoneInfo(settings.timezone))
    print("For the board: send each person the line below the office, and nobody else.")
    print(f"Each works once, until {ends:%d/%m/%Y %H:%M}; you hear in the chat who has taken it.")
    for role, invitation in invitations:
        print(f"\n  {office(Words('en'), role)} ({office(Words('vi'), role)})")
        print(f"    {to_send(beginning, invitation.carried, invitation.carried)}")
    return 0


def _known(part: Part, given: str | None, before: dict[str, object]) -> object:
    """What was given, or the answer to the question. Raises WrongSetting in one line."""
    usual = part.usual.format(**before)
    if given is None and not sys.stdin.isatty() and not usual:
        raise WrongSetting(f"--{part.flag} is missing ({part.question})")
    if given is None and sys.stdin.isatty():
        return _asked(part, usual)
    try:
        return part.read(usual if given is None else given)
    except ValueError as error:
        raise WrongSetting(f"--{part.flag}: right would be {error}") from None


def _asked(part: Part, usual: str) -> object:
    shown = f" [{usual}]" if usual else ""
    while True:
        try:
            return part.read(_line(f"{part.question}{shown}: ") or usual)
        except ValueError as error:
            print(f"  Right would be {error}.")


def _line(question: str) -> str:
    try:
        return input(question).strip()
    except EOFError:
        raise WrongSetting("nothing was founded") from None


def _read_back(known: dict[str, object]) -> None:
    """What stands in the heading of every report is read once more, by whoever typed it."""
    where = f"{known['hamlet']}, {known['commune']}, {known['province']}"
    day = written(meeting_day(str(known["meeting-day"])), Words("en"))
    print(f"\n  {known['name']}\n  {where}\n  meets: {day}")
    if known["province"] not in ALL_PROVINCES:
        print(f"  {known['province']} is none of the 34 provinces and cities since July 2025")
    print(f"  fee: {money(_as_money(known['fee']))} a month\n")
    if bare(_line("Is all of this right? Type yes (có): ")) not in YES:
        raise WrongSetting("nothing was founded")


def _founded(
    store: Store, known: dict[str, object], settings: Settings
) -> tuple[str, list[tuple[str, Invitation]]]:
    """As `_found`; who is asked is asked for another name while there is such a club."""
    while True:
        try:
            return store.change(_found, known, Clock(), settings.timezone)
        except ClubIsThere as error:
            if not sys.stdin.isatty():
                raise
            print(f"  {error}.")
            named = next(part for part in PARTS if part.flag == "name")
            known["name"] = _asked(named, "")


def _found(
    db: Connection, known: dict[str, object], clock: Clock, timezone: str
) -> tuple[str, list[tuple[str, Invitation]]]:
    """The club and its board's invitations, in one transaction."""
    if marked_as(db) is Marked.PRACTICE:
        raise WrongSetting("this database is for practice only; please set LIEN_DATABASE_URL")
    now = clock.now()
    today = day_in_zone(now, ZoneInfo(timezone))
    province, commune = _lies_in(AreaMap(db, today), str(known["province"]), str(known["commune"]))
    _refuse_twice(db, str(known["name"]), commune)
    new = NewClub(
        name=str(known["name"]),
        hamlet=str(known["hamlet"]),
        province=province,
        commune=commune,
        founded_on=today,
        join_code=free_code(db),
        timezone=timezone,
        fee=_as_money(known["fee"]),
        meeting_day=str(known["meeting-day"]),
    )
    founded: ClubFounded = found_club(db, new, now)
    links = [NewInvitation(club_id=founded.club_id, role=role) for role in BOARD]
    made = [(each.role.value, make_invitation(db, each, now)) for each in links]
    return new.join_code, made


def _lies_in(lines: AreaMap, province: str, commune: str) -> tuple[str, str]:
    """Both as they are written where they are known: else there would be two of them."""
    there = [each for each in lines.all.values() if each.valid_to is None]
    provinces = {each.name: each.id for each in there if each.level is Level.PROVINCE}
    province = province_written(provinces, province)
    communes = (each.name for each in there if each.parent_id == provinces.get(province, -1))
    return province, area_written(communes, commune)


def _as_money(value: object) -> Money:
    assert isinstance(value, Money)
    return value


def _refuse_twice(db: Connection, name: str, commune: str) -> None:
    for each in all_clubs(db):
        if (bare(each.name), bare(each.commune)) == (bare(name), bare(commune)):
            raise ClubIsThere(f"{each.commune} has a club {each.name} already (club {each.id})")


def _bot(settings: Settings) -> str | None:
    """The bot's name for links; without a token, or without an answer, there are none."""
    if not settings.telegram_token:
        return None
    from bot.channels.telegram.sending import TokenRefused
    from bot.commands.bot_name import bot_name

    try:
        return asyncio.run(bot_name(settings, seconds=SECONDS_FOR_TELEGRAM))
    except TokenRefused:
        return None


def way_in(settings: Settings) -> str:
    """What stands before the code in a link; '' where there are no links."""
    if bot := _bot(settings):
        return f"https://t.me/{bot}?start="
    return f"{settings.public_url}/#" if settings.public_url else ""


def to_send(way_in: str, carried: str, typed: str) -> str:
    """One line for a person of the village: the link, or else the code and what to do with it."""
    if way_in:
        return f"Mời bác bấm vào đây để nói chuyện với cháu Liên: {way_in}{carried}"
    return f"Mời bác mở cuộc nói chuyện với cháu Liên rồi gửi dòng này: {typed}"
