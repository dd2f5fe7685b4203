"""Every dialogue there is, walked without a single button: by numbers, by words without marks, by
beginnings of words; short messages, no edits. The books are then as after a walk by buttons.
"""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from sqlalchemy import insert, select

from handlers import everything  # noqa: F401 – declares them all
from handlers.dialogue.engine import SCRIPTS
from messages.render import Abilities
from storage.changes.enter_member import NewMember, enter_member
from storage.changes.missing_consents import note_missing
from storage.queries.practice import open_stranger
from storage.tables import metadata
from storage.tables.areas import club_communes
from storage.tables.chats import chats
from storage.tables.people import officers
from tests.kit.lending import check_books, give_fund, one_household
from tests.kit.life_walks import CLUB_LIFE
from tests.kit.meeting_walks import MEETINGS, MINUTES, ON_THE_DAY
from tests.kit.table_walks import at_the_table
from tests.kit.village import CODE, FOUNDED, Phone, Village, village
from tests.kit.walker import LONGEST_MESSAGE, Walk, Walker, Way

BARE = Abilities(buttons=False, longest_text=LONGEST_MESSAGE)
TASKS = ("viec can lam", "tasks")
# Whoever holds no office.
MY_TASKS = ("viec cua toi", "my tasks")
# What differs between two walks that do the same: keys, secrets, what was said and how.
NO_BOOKS = {
    *("chats", "inbox", "outbox", "dialogues", "question_counts", "question_troubles"),
    *("web_lines", "web_messages", "page_sessions", "page_links", "practices", "marks"),
}
OTHERWISE_KEYED = {
    *("cause", "secret_hash", "used_by_hash", "reason_digest", "subject"),
    *("key", "code", "previous_code", "word"),
}
# Digests, and numbers of dialogues.
_MADE_UP = re.compile(r"[0-9a-f]{32,}|dialogue:\d+|(?<![\d-])[4-9]\d{9}(?!\d)")

FEES = [
    Walk(
        "contribute",
        "hoa",
        ("dong gop", "contribute"),
        {"what": "fee", "sum": "30000", "paid": "meeting"},
    ),
    Walk("confirm_contribution", "giang", TASKS, through=("s:confirm_contribution:",)),
    Walk("dispute", "hoa", through=("s:dispute:",), answers={"said": "tôi đưa bốn mươi"}),
    Walk("answer_dispute", "", through=("s:answer_dispute:",), answers={"answer": "đã xem lại"}),
    Walk("contribute", "manh", ("dong gop", "contribute"), {"what": "money", "sum": "50k"}),
    Walk("take_back", "manh", through=("s:take_back:",)),
    Walk(
        "contribute",
        "manh",
        ("dong gop", "contribute"),
        {"what": "goods", "thing": "gạo nếp", "unit": "kg", "count": "5"},
    ),
]
LOANS = [
    Walk(
        "opening_balance",
        "giang",
        ("so du", "opening balance"),
        {"amount": "2 triệu"},
    ),
    Walk("loan", "hoa", ("vay von", "loan"), {"months": "12", "amount": "2000000"}),
    Walk("vote_on_loan", "binh", TASKS, through=("s:vote_on_loan:",)),
    Walk("vote_on_loan", "cuc", TASKS, through=("s:vote_on_loan:",)),
    Walk("vote_on_loan", "dao", TASKS, through=("s:vote_on_loan:",)),
    Walk("vote_on_loan", "em", TASKS, through=("s:vote_on_loan:",)),
    Walk("pay_out_loan", "giang", TASKS, through=("s:pay_out_loan:",)),
    Walk("confirm_cash", "hoa", MY_TASKS, through=("s:confirm_cash:",)),
    Walk("repayment", "giang", ("thu no", "repayment"), {"amount": "200 nghìn"}),
]
MEETING_DECIDES = [
    Walk("loan", "lan", ("vay von", "loan"), {"months": "12", "amount": "2000000"}),
    Walk("meeting_on_loan", "binh", TASKS, through=("s:meeting_on_loan:",)),
    Walk("second", "", through=("s:second:",)),
]
ROUND = ("dot vay", "round")
LOAN_BOOK = ("so vay", "loan book")
OPEN_ROUND = [
    Walk("loan_need", "manh", ("nhu cau vay", "loan need")),
    Walk("open_round", "dao", ROUND, {"until": "3/11"}, ("s:open_round:",)),
    Walk("loan", "manh", ("vay von", "loan"), {"months": "6", "amount": "1000000"}),
    Walk("loan_for", "dao", ("vay ho", "loan for"), {"months": "6", "amount": "1000000"}),
]
DECIDE_ROUND = [
    Walk("decide_round", "dao", TASKS, through=("s:decide_round:",)),
    Walk("second", "", through=("s:second:",)),
    Walk("pay_out_loan", "giang", TASKS, through=("s:pay_out_loan:",)),
    Walk("pay_out_loan", "giang", TASKS, through=("s:pay_out_loan:",)),
    Walk("witness_cash", "giang", TASKS, {"slip": "so bay"}, ("s:witness_cash:",)),
    Walk(
        "reschedule_loan",
        "dao",
        LOAN_BOOK,
        {"months": "9", "why": "mưa lũ"},
        ("v:club_loan:", "s:reschedule_loan:"),
    ),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "write_off_loan",
        "binh",
        LOAN_BOOK,
        {"why": "mất mùa"},
        ("v:club_loan:", "s:write_off_loan:"),
    ),
    Walk("second", "em", through=("s:second:",)),
    Walk("recover_loan", "giang", ("thu no da xoa", "recovery"), {"amount": "50 nghìn"}),
]
A_PLAN = {"day": "25/11", "time": "8:30 sáng", "place": "Nhà văn hóa", "talk": "1", "bring": "1"}
PLANS = {
    "vi": {**A_PLAN, "talk": "bo qua", "bring": "bo qua"},
    "en": {**A_PLAN, "time": "8:30 am", "talk": "skip", "bring": "skip"},
}
HELP = [
    Walk("ask_for_help", "hoa", ("nho giup", "ask for help"), {"topic": "digital"}),
]
VOLUNTEERS = [
    Walk("take_session", "quan", through=("s:take_session:",)),
    Walk("vouch", "binh", TASKS, through=("s:vouch:",)),
    Walk(
        "drop_session",
        "quan",
        ("buoi cua toi", "my sessions"),
        through=("v:session:", "s:drop_session:"),
    ),
    Walk(
        "take_session",
        "quan",
        ("buoi ho tro", "sessions"),
        through=("v:session:", "s:take_session:"),
    ),
    Walk(
        "volunteering",
        "quan",
        ("viec tinh nguyen", "my volunteering"),
        {"part": "languages", "language_1": "tay"},
    ),
    Walk("my_face", "quan", ("anh cua toi", "my photo"), {"consent": "no"}),
    Walk("parents_yes", "lan", ("cho con tinh nguyen", "let my child volunteer"), {"year": "2012"}),
]
HANDED_OVER = [
    Walk(
        "offer_place",
        "quan",
        ("buoi cua toi", "my sessions"),
        {"to": "0"},
        through=("v:session:", "s:offer_place:"),
    ),
    Walk("take_over_place", "tu", through=("s:take_over_place:",)),
    # The ninth person of the village is the volunteer who is asked by name.
    Walk("offer_place", "tu", through=("s:offer_place:",), answers={"to": "9"}),
    Walk("refuse_place", "quan", through=("s:refuse_place:",)),
    Walk(
        "offer_place",
        "tu",
        ("buoi cua toi", "my sessions"),
        {"to": "0"},
        ("v:session:", "s:offer_place:"),
    ),
    Walk("take_over_place", "quan", through=("s:take_over_place:",)),
]
CLUB_SESSIONS = ("buoi ho tro", "sessions")
CHANGED_SESSION = [
    Walk(
        "move_session",
        "cuc",
        CLUB_SESSIONS,
        {"day": "20/11", "time": "10:30"},
        ("v:session:", "s:move_session:"),
    ),
    Walk("agree_to_time", "quan", through=("s:agree_to_time:",)),
    Walk(
        "change_capacity",
        "cuc",
        CLUB_SESSIONS,
        {"capacity": "4"},
        ("v:session:", "s:change_capacity:"),
    ),
]
CHECK_IN = [
    Walk(
        "check_in",
        "quan",
        ("buoi cua toi", "my sessions"),
        {"minutes": "90"},
        through=("v:session:", "s:check_in:"),
    ),
    Walk("check_in", "binh", TASKS, {"how": "absent"}, through=("s:check_in:",)),
    Walk(
        "answer_hours",
        "quan",
        through=("s:answer_hours:",),
        answers={"right": "no", "said": "cháu có đến", "minutes": "90"},
    ),
    Walk("decide_hours", "", through=("s:decide_hours:",), answers={"minutes": "90"}),
    Walk("certificate", "quan", ("giay chung nhan", "certificate")),
    Walk("verify", "la", ("xac minh", "verify"), {"code": "ABCD-EFGH-JKMN"}),
    Walk("thank", "manh", ("ai den giup", "who comes to help"), through=("s:thank:",)),
    Walk(
        "block_volunteer",
        "binh",
        ("cac ban tinh nguyen", "club volunteers"),
        {"reason": "hai lần không đến"},
        ("v:club_volunteer:", "s:block_volunteer:"),
    ),
    Walk(
        "unblock_volunteer",
        "binh",
        ("cac ban tinh nguyen", "club volunteers"),
        through=("v:club_volunteer:", "s:unblock_volunteer:"),
    ),
]
OFFICES = [
    Walk(
        "appoint",
        "binh",
        ("ban chu nhiem", "offices"),
        {"role": "deputy", "who_1": "manh"},
        through=("s:appoint:",),
    ),
    Walk("end_office", "binh", ("ban chu nhiem", "offices"), through=("s:end_office:",)),
]
BOOKS = ("so sach", "the books")
IN_THE_BOOKS = [
    Walk("add_fund", "em", BOOKS, {"name": "Quỹ khuyến học"}, ("v:books:more", "s:add_fund:")),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "transfer_between_funds",
        "em",
        BOOKS,
        {"amount": "100 nghìn", "why": "góp vào quỹ mới"},
        ("v:books:more", "s:transfer_between_funds:"),
    ),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "count_cash",
        "giang",
        ("kiem quy", "count the cash"),
        {"counted": "1 triệu", "why": "chưa tìm ra"},
    ),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "settle_difference",
        "em",
        TASKS,
        {"how": "found", "decision": "tìm thấy trong sổ"},
        ("s:settle_difference:",),
    ),
    Walk("take_proposal_back", "em", TASKS, through=("s:take_proposal_back:",)),
    Walk(
        "correct_entry",
        "em",
        ("sua so", "correct the books"),
        {"way": "person", "who_1": "hoa", "why": "ghi nhầm"},
    ),
    Walk("second", "", through=("s:second:",)),
    Walk("dispute", "", through=("s:dispute:entry",), answers={"said": "không nhầm"}),
    Walk("answer_dispute", "", through=("s:answer_dispute:",)),
]
SETTINGS_OF_CLUB = [
    Walk(
        "change_setting",
        "binh",
        ("quy dinh", "club settings"),
        {"which": "sum", "sum": "200 nghìn"},
        ("v:club_settings:spending", "v:club_setting:sick_visit_sum", "s:change_setting:"),
    ),
    Walk("second", "", through=("s:second:",)),
]
PAYING = ("phieu chi", "pay out")
OWED = ("von gop", "shares")
PAID_OUT = [
    Walk(
        "pay_expense",
        "giang",
        PAYING,
        {"receiver": "Quán bà Tư", "what": "Trà nước", "amount": "50 nghìn"},
        ("s:pay_expense:",),
    ),
    Walk(
        "give_help",
        "dao",
        PAYING,
        {"who_1": "hoa", "kind": "days", "what": "ba công lợp mái"},
        ("s:give_help:",),
    ),
    Walk("standing_amount", "giang", PAYING, {"who_1": "hoa"}, ("s:standing_amount:",)),
    Walk(
        "receive_owed",
        "em",
        OWED,
        {"kind": "share", "who_1": "hoa", "amount": "100 nghìn", "terms": "không lãi"},
        ("s:receive_owed:",),
    ),
    Walk("second", "", through=("s:second:",)),
    Walk("give_back", "em", OWED, {"amount": "50 nghìn"}, ("s:give_back:",)),
    Walk("second", "", through=("s:second:",)),
]
FEE = ("muc phi", "change the fee")
GIFTS = ("tam long vang", "golden heart")
FEES_SETTLED = [
    Walk("golden_heart_name", "manh", GIFTS, through=("s:golden_heart_name:",)),
    Walk(
        "record_gift",
        "giang",
        GIFTS,
        {"donor": "Cửa hàng Toàn Phát", "kind": "goods", "thing": "gạo nếp", "count": "20"},
        ("s:record_gift:",),
    ),
    Walk(
        "give_goods",
        "giang",
        GIFTS,
        {"count": "5", "whom": "nhà bà Tư"},
        ("v:goods:", "s:give_goods:"),
    ),
    Walk(
        "goods_keeper",
        "giang",
        GIFTS,
        {"who_1": "hoa"},
        ("v:goods:", "s:goods_keeper:"),
    ),
    Walk(
        "take_fee",
        "giang",
        ("thu phi", "take a fee"),
        {"who_1": "manh", "when": "today", "sum": "10000"},
    ),
    Walk("change_fee", "binh", FEE, {"amount": "10 nghìn"}, ("s:change_fee:",)),
    Walk("second", "", through=("s:second:",)),
    Walk("own_fee", "binh", FEE, {"who_1": "hoa", "why": "khó khăn"}, ("s:own_fee:",)),
    Walk("second", "", through=("s:second:",)),
    Walk(
        "change_account",
        "binh",
        ("doi tai khoan", "change the account"),
        {"number": "1500205123456", "holder": "HOANG VAN GIANG"},
    ),
    Walk("second", "", through=("s:second:",)),
]
CLOSING = Walk("close_month", "binh", ("khoa so", "close the month"), through=("s:close_month:",))
OWN = [
    Walk("address", "manh", ("xung ho", "form of address")),
    Walk("listening", "manh", ("giong doc", "voice")),
    Walk("reminder_wishes", "manh", ("khi nao nhac", "reminders")),
    Walk("lesson", "manh", ("bai hoc", "lesson")),
    Walk("my_page", "manh", ("trang cua toi", "my page")),
    Walk("close_page", "manh", ("dong trang", "close page")),
    Walk("practise", "lan", ("tap thu", "practise")),
    Walk(
        "print_member_passbook",
        "em",
        ("in so thanh vien", "print a member's passbook"),
        {"who_1": "hoa"},
    ),
]


def session(language: str) -> dict[str, str]:
    skip, at = ("bo qua", "9 giờ sáng") if language == "vi" else ("skip", "9 am")
    return {
        "title": skip,
        "day": "20/11",
        "time": at,
        "minutes": "90",
        "place": "Nhà bà Hoa",
        "capacity": "3",
    }


async def everything_walked(v: Village, walker: Walker) -> None:
    """All dialogues in one half year of the village."""
    language = walker.language
    await strangers_come(v, walker)
    await all_of(walker, OWN)
    await v.lan.says("thoi tap" if language == "vi" else "stop practising")
    language_walk = Walk("language", "hoa", ("ngon ngu", "language"), {"language": language})
    await walker.walks(language_walk)
    await all_of(walker, FEES)
    await cash_in_hands(v, walker)
    give_fund(v, 30)
    await all_of(walker, LOANS)
    one_household(v, v.lan, v.cuc, v.dao, v.em, v.giang)
    await all_of(walker, MEETING_DECIDES)
    enter_without_phone(v)
    on_paper = ("giay dong y", "consent on paper")
    await walker.walks(Walk("note_consent", "dao", on_paper, {"day": "1/11"}))
    await all_of(walker, OPEN_ROUND)
    plan = Walk("plan_meeting", "dao", ("lich hop", "plan a meeting"), PLANS[language])
    await walker.walks(plan)
    await all_of(walker, MEETINGS)
    await walker.walks(Walk(plan.dialogue, plan.who, plan.words, {**plan.answers, "day": "4/11"}))
    await all_of(walker, HELP)
    await all_of(walker, CLUB_LIFE)
    await walker.walks(
        Walk("open_session", "dao", TASKS, session(language), through=("s:open_session:",))
    )
    await all_of(walker, VOLUNTEERS)
    await all_of(walker, HANDED_OVER)
    await all_of(walker, CHANGED_SESSION)
    await officer_comes(v, walker)
    another = Walk("open_session", "cuc", ("mo buoi", "open a session"), session(language))
    await walker.walks(another)
    await walker.walks(Walk("cancel_session", "cuc", through=("v:session:", "s:cancel_session:")))
    await all_of(walker, SETTINGS_OF_CLUB)
    await v.waits(days=2, hours=4)
    await all_of(walker, ON_THE_DAY)
    roll = Walk("roll_call", "dao", TASKS, {"tick_1": "done"}, through=("s:roll_call:",))
    await walker.walks(roll)
    await all_of(walker, MINUTES)
    await all_of(walker, DECIDE_ROUND)
    await v.waits(days=16, hours=2)
    await all_of(walker, CHECK_IN)
    await all_of(walker, OFFICES)
    await all_of(walker, FEES_SETTLED)
    await all_of(walker, IN_THE_BOOKS)
    await all_of(walker, PAID_OUT)
    await at_the_table(v, walker)
    await v.waits(days=14)
    await walker.walks(CLOSING)


async def officer_comes(v: Village, walker: Walker) -> None:
    """The commune's officer opens a session in each club; its board calls it off."""

    def appoint(db: Any) -> None:
        commune = db.execute(select(club_communes.c.area_id)).scalars().first()
        of = {"area_id": commune, "person_id": v.nga.person_id or _person(db, "nga")}
        db.execute(insert(officers).values(**of, from_day=FOUNDED))

    v.store.change(appoint)
    opens = {**session(walker.language), "day": "21/11"}
    area = ("mo buoi cho xa", "open sessions in several clubs")
    await walker.walks(Walk("area_sessions", "nga", area, opens))


def _person(db: Any, key: str) -> int:
    return int(db.execute(select(chats.c.person_id).where(chats.c.key == key)).scalar_one())


def enter_without_phone(v: Village) -> None:
    """Somebody for whom the board asks."""
    ty = NewMember("Phan Thị Tý", 1946, "female", FOUNDED, hamlet="Thôn Đoài", address="bà")
    now = v.clock.now()
    entered = v.store.change(enter_member, v.club.club_id, ty, now)
    v.store.change(note_missing, v.club.club_id, entered.member_id, now.date())


async def all_of(walker: Walker, walks: Iterable[Walk]) -> None:
    for each in walks:
        await walker.walks(each)


async def strangers_come(v: Village, walker: Walker) -> None:
    """One joins, one takes an office by a link, one becomes a volunteer."""
    for key in ("nga", "sen", "tu"):
        v.store.change(open_stranger, "web", key, v.clock.now(), language=walker.language)
        v.phones[key] = v.by_key[key] = Phone(v, key, None)
    person = {"year": "1958", "phone": "0912 345 678", "hamlet": "Thôn Đoài"}
    joins = {**person, "code": CODE, "name": "Bùi Thị Nga"}
    await walker.walks(Walk("join", "nga", ("tham gia", "join"), joins))
    await walker.walks(Walk("approve_member", "binh", TASKS, through=("s:approve_member:",)))
    invites = Walk(
        "invite", "binh", ("ban chu nhiem", "offices"), {"role": "deputy"}, ("s:invite:",)
    )
    await walker.walks(invites)
    found = re.search(r"i-[A-Za-z0-9_-]{22}", v.binh.everything)
    assert found is not None
    takes = {**person, "name": "Đinh Thị Sen", "year": "1962"}
    await walker.walks(Walk("accept_invitation", "sen", (found[0], found[0]), takes))
    helps = {**person, "name": "Lê Anh Tú", "year": "2003", "belongs_to": "Đoàn xã"}
    await walker.walks(Walk("volunteer", "tu", ("tinh nguyen", "volunteer"), helps))


async def cash_in_hands(v: Village, walker: Walker) -> None:
    """The cashier's own money is confirmed by the chair; then the cashier takes it over."""
    paid = {"what": "money", "sum": "50000", "paid": "meeting"}
    await walker.walks(Walk("contribute", "giang", ("dong gop", "contribute"), paid))
    await walker.walks(
        Walk("confirm_contribution", "binh", TASKS, through=("s:confirm_contribution:",))
    )
    await walker.walks(Walk("carry_cash", "giang", TASKS, through=("s:carry_cash:",)))


def books(v: Village) -> dict[str, list[str]]:
    """Every row of every table in which something stands that was done."""
    found: dict[str, list[str]] = {}
    with v.store.reading() as db:
        for table in metadata.sorted_tables:
            if table.name in NO_BOOKS:
                continue
            columns = [each for each in table.c if each.name not in OTHERWISE_KEYED]
            rows = [_MADE_UP.sub("*", repr(tuple(row))) for row in db.execute(select(*columns))]
            found[table.name] = sorted(rows)
    return found


async def walked(url: str, way: Way, language: str) -> tuple[dict[str, list[str]], set[str]]:
    abilities = Abilities() if way is Way.BUTTONS else BARE
    async with village(url, language=language, abilities=abilities) as v:
        walker = Walker(v, way, language)
        await everything_walked(v, walker)
        check_books(v)
        with v.store.reading() as db:
            assert db.exec_driver_sql("SELECT kind, trace FROM faults").all() == []
        return books(v), walker.done


_BY_BUTTONS: dict[str, dict[str, list[str]]] = {}


async def books_by_buttons(folder: Any, language: str) -> dict[str, list[str]]:
    """Walked once for each language."""
    if language not in _BY_BUTTONS:
        url = f"sqlite:///{folder}/buttons.db"
        _BY_BUTTONS[language], done = await walked(url, Way.BUTTONS, language)
        assert set(SCRIPTS) - done == set(), "a new dialogue needs a walk here"
    return _BY_BUTTONS[language]


@pytest.mark.parametrize("way", [Way.NUMBERS, Way.WORDS, Way.BEGINNINGS])
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_every_dialogue_can_be_walked_by_typing_alone(
    tmp_path: Any, language: str, way: Way
) -> None:
    by_buttons = await books_by_buttons(tmp_path, language)
    typed, done = await walked(f"sqlite:///{tmp_path}/typed.db", way, language)
    assert set(SCRIPTS) - done == set(), "a new dialogue needs a walk here"
    for table, rows in by_buttons.items():
        assert typed[table] == rows, table
