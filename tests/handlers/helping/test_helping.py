"""A member lets somebody type for her: by a code, told of everything, ended at any time."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from club.helping import EndedAs
from handlers import everything  # noqa: F401 – declares them all
from handlers.dialogue.engine import SCRIPTS
from handlers.dialogue.visitor import Visitor
from handlers.entrances import SCREENS
from handlers.helping.helped import DIALOGUES, FOR_ALL, HIS_OWN, open_to_helper
from handlers.talk.heard import Kind
from messages.presses import ScreenPress, StartPress, packed
from messages.wording import Words
from storage.changes.deed import Deed
from storage.changes.helping.helping import end
from storage.changes.members.deaths import RecordDeath
from storage.tables.books import declarations
from storage.tables.chats import chats
from storage.tables.helping import helped_deeds, helper_codes, helpings
from storage.tables.people import persons
from storage.tables.trail import audit
from tests.kit.helping import code_in, new_code, new_phone, types_for
from tests.kit.planned import at, at_the_moment, reminders_of
from tests.kit.village import Village, village

NOT_FOR_HELPER = "việc này người nhắn hộ không làm thay được"


async def test_a_grandchild_types_for_her_and_she_hears_of_everything(database_url: str) -> None:
    async with village(database_url) as v:
        code = await new_code(v.hoa)
        assert "Mã dùng một lần, trong 10 phút" in v.hoa.heard
        await types_for(v.la, code)
        assert "từ giờ bạn nhắn hộ bác Nguyễn Thị Hoa" in v.la.heard
        assert "từ giờ bạn Nguyễn Văn Tí nhắn hộ bác" in v.hoa.heard
        assert v.hoa.labels == ["Thôi nhắn hộ"]
        await v.la.says("đóng góp")
        assert v.la.heard.startswith("(Nhắn hộ bác Nguyễn Thị Hoa)\n\nBác muốn đóng góp gì ạ?")
        for said in ("1", "10000", "1", "đúng"):
            await v.la.says(said)
            assert v.la.heard.startswith("(Nhắn hộ bác Nguyễn Thị Hoa)")
        assert v.giang.heard.startswith("(Do bạn Nguyễn Văn Tí nhắn hộ bác Nguyễn Thị Hoa)")
        assert v.hoa.heard.startswith("Dạ, bạn Nguyễn Văn Tí vừa nhắn hộ bác:")
        assert "10.000 đồng" in v.hoa.heard
        await v.giang.taps("Xem và xác nhận")
        assert "(bạn Nguyễn Văn Tí nhắn hộ bác Nguyễn Thị Hoa)" in v.giang.heard
        await v.giang.taps("Tiền đã ở trong tay")
        assert "Phiếu thu" in v.hoa.everything  # the receipt comes to her own phone
        assert "(Do bạn Nguyễn Văn Tí nhắn hộ bác Nguyễn Thị Hoa)" in v.hoa.everything
        await v.hoa.says("cháu đã làm gì")
        assert "02/11/2026: bạn Nguyễn Văn Tí báo một khoản đóng góp" in v.hoa.heard
        assert v.store.change(_noted, v) == [("DeclareContribution", v.hoa.member_id)]


def _noted(db: Connection, v: Village) -> list[tuple[str, int | None]]:
    """What the trail says that somebody did who is not of the club."""
    helper = select(persons.c.id).where(persons.c.name == "Nguyễn Văn Tí").scalar_subquery()
    found = db.execute(
        select(audit.c.deed, audit.c.for_member).where(
            audit.c.person_id == helper, audit.c.for_member.is_not(None)
        )
    )
    declared = db.execute(select(declarations.c.declared_by)).scalars().all()
    assert declared == [v.hoa.person_id]
    return [(row.deed, row.for_member) for row in found]


async def test_he_chooses_for_whom_and_his_own_things_stay_his(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        # A neighbour, who is a member herself, types for two.
        for member in (v.hoa, v.manh):
            code = await new_code(member)
            await v.lan.says("nhắn hộ")
            if v.lan.labels[0] == "1. Nhắn hộ bác Nguyễn Thị Hoa":
                await v.lan.says("Thêm một người")
            await v.lan.says(code)
            await v.lan.says("có")
        assert "từ giờ bà nhắn hộ chú Bùi Văn Mạnh" in v.lan.heard
        await v.lan.says("đóng góp")
        assert v.lan.heard.startswith("(Nhắn hộ chú Bùi Văn Mạnh)\n\nChú muốn")
        await v.lan.says("1")
        await v.lan.says("cho mình")  # in the middle of it
        assert v.lan.heard.startswith("Dạ, từ giờ ở đây bà nhắn cho mình")
        await v.lan.says("menu")
        assert "Nhắn hộ" not in v.lan.heard
        assert not any("đóng góp" in each for each in v.lan.labels[:1])
        await v.lan.says("việc đang dở")
        assert "chưa có việc nào" in v.lan.heard or "không có" in v.lan.heard
        await chooses_again(v)


async def chooses_again(v: Village) -> None:
    await v.lan.says("nhắn hộ")
    assert v.lan.labels[:3] == [
        "1. Nhắn hộ bác Nguyễn Thị Hoa",
        "2. Nhắn hộ chú Bùi Văn Mạnh",
        "3. Cho mình",
    ]
    await v.lan.says("2")
    await v.lan.says("việc đang dở")
    assert "Đóng phí" in v.lan.heard
    await v.lan.says("nhắn hộ")
    await v.lan.says("1")
    await v.lan.says("đóng góp")
    assert v.lan.heard.startswith("(Nhắn hộ bác Nguyễn Thị Hoa)\n\nBác muốn")


async def test_in_english_and_ended_by_her_in_the_middle(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        code = await new_code(v.hoa, "yes")
        assert code_in(v.hoa.heard) == code
        await types_for(v.la, code)
        assert "types for you from now on" in v.hoa.heard
        await v.la.says("đóng góp")
        await v.la.says("1")
        await v.la.says("10000")
        await v.hoa.taps("End the help with typing")
        await v.hoa.says("yes")
        assert "It has ended: Nguyễn Văn Tí no longer types" in v.hoa.heard
        assert "không nhắn hộ bác Nguyễn Thị Hoa nữa" in v.la.heard
        await v.la.says("1")
        assert "Việc đang gõ dở cho người ấy không được ghi" in v.la.heard
        await v.la.says("đóng góp")
        assert "Nhắn hộ" not in v.la.heard
        assert v.store.change(_count, declarations) == 0


def _count(db: Connection, table: object) -> int:
    return len(db.execute(select(table)).all())  # type: ignore[call-overload]


async def test_ended_between_the_read_back_and_the_yes_nothing_is_recorded(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        await types_for(v.la, await new_code(v.hoa))
        await v.la.says("đóng góp")
        for said in ("1", "10000", "1"):
            await v.la.says(said)
        v.store.change(_ended, v.clock.now())
        await v.la.says("đúng")
        assert "việc nhắn hộ đã thôi" in v.la.heard
        assert v.store.change(_count, declarations) == 0
        assert v.store.change(_count, helped_deeds) == 0


def _ended(db: Connection, now: datetime) -> None:
    [number] = db.execute(select(helpings.c.id)).scalars()
    end(db, number, EndedAs.MEMBER, by=None, now=now)


async def test_codes_count_once_for_ten_minutes_and_guessing_is_slow(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        first = await new_code(v.hoa)
        second = await new_code(v.hoa)  # takes the place of the first
        await v.la.says("nhắn hộ")
        await v.la.says(first)
        assert "không có mã nào như vậy" in v.la.heard
        await types_for(v.la, second)
        # Forwarded and used once more:
        other = new_phone(v, "other")
        await other.says("nhắn hộ")
        await other.says(second)
        assert "không có mã nào như vậy" in other.heard
        late = await new_code(v.manh)
        v.clock.move(timedelta(minutes=10))
        await other.says("nhắn hộ")
        await other.says(late)
        assert "không có mã nào như vậy" in other.heard
        good = await new_code(v.manh)
        for guess in ("00000000", "mã 1111", "12345678"):
            await other.says("nhắn hộ")
            await other.says(guess)
            assert "không có mã nào như vậy" in other.heard
        await other.says("nhắn hộ")  # five wrong ones within the hour: not even the right one
        await other.says(good)
        assert "bác Bùi Văn Mạnh" not in other.heard
        assert "nhắn hộ chú" not in other.heard
        kept = v.store.change(_codes)
        assert not any(code.replace(" ", "") in kept for code in (first, second, late, good))


def _codes(db: Connection) -> list[str]:
    return list(db.execute(select(helper_codes.c.code_hash)).scalars())


async def test_her_own_code_is_refused_and_a_fourth_person_too(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        code = await new_code(v.hoa)
        await v.hoa.says("nhắn hộ")
        await v.hoa.says(code)
        assert "đây là mã của chính bác" in v.hoa.heard
        for member in (v.hoa, v.manh, v.lan, v.dao):
            code = await new_code(member)
            if member is v.hoa:
                await types_for(v.la, code)
            else:
                await v.la.says("nhắn hộ")
                await v.la.says("Thêm một người")
                await v.la.says(code)
                await v.la.says("có")
        assert "nhiều nhất 3 người" in v.la.heard
        # Refused as a whole: the code still counts for somebody else.
        await types_for(new_phone(v, "other"), code, "Lê Văn Sáu", 1999)
        assert "nhắn hộ" in v.dao.heard


async def test_a_helper_opens_nothing_that_is_hers_alone(sqlite_url: str) -> None:
    """By typing, by old buttons, by forged ones; the chair's helper is no chair."""
    async with village(sqlite_url) as v:
        await types_for(v.la, await new_code(v.binh))
        refused = 0
        for name in SCRIPTS:
            if name in DIALOGUES or name in HIS_OWN:
                continue
            for subject in ("", "1"):
                await v.la.says(packed(StartPress(name, subject)), kind=Kind.PRESS)
                assert NOT_FOR_HELPER in v.la.heard, name
                refused += 1
        for name in SCREENS:
            await v.la.says(packed(ScreenPress(name)), kind=Kind.PRESS)
            if NOT_FOR_HELPER in v.la.heard:
                refused += 1
            else:
                assert name in {*FOR_ALL, "my_account", "my_loans", "club_money", "golden_heart"}
        assert refused > 250
        for typed in ("vay vốn", "cài đặt", "nhờ người nhắn hộ", "tôi muốn vay 5 triệu"):
            await v.la.says(typed)
            assert NOT_FOR_HELPER in v.la.heard, typed
        assert v.store.change(_count, helped_deeds) == 0


def test_whoever_types_for_herself_finds_everything_open() -> None:
    now = datetime(2026, 11, 2, tzinfo=UTC)
    me = Visitor(0, "", "vi", Words(), now, now.date())
    assert all(open_to_helper(me, StartPress(name)) for name in SCRIPTS)


async def test_below_sixteen_a_parent_says_yes_first(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        code = await new_code(v.hoa)
        await types_for(v.la, code, "Nguyễn Thị Bé", 2014)
        assert "mã" in v.la.heard
        await v.la.says("bỏ qua")
        assert "cần cha mẹ đồng ý trước" in v.la.heard
        assert v.store.change(_count, helpings) == 0
        await v.manh.says("cho con tình nguyện")
        await v.manh.says("2014")
        await v.manh.says("đúng")
        [parents] = [word for word in v.manh.heard.replace(".", " ").split() if _is_code(word)]
        code = await new_code(v.hoa)
        await types_for(v.la, code, "Nguyễn Thị Bé", 2014)
        await v.la.says(parents)
        assert "từ giờ bạn nhắn hộ bác" in v.la.heard
        assert v.store.change(_count, helpings) == 1


def _is_code(word: str) -> bool:
    return len(word) == 8 and word.isalnum() and word.isupper()


async def test_it_ends_after_a_year_told_before_and_renewed_by_a_code(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await types_for(v.la, await new_code(v.hoa))
        await v.la.says("đóng góp")
        await at_the_moment(v, at(18, 20, month=10, year=2027))
        assert reminders_of(v, "helping_ends") == [("planned", None)]
        await at_the_moment(v, at(19, 9, month=10, year=2027))
        assert "nhắn hộ bác Nguyễn Thị Hoa đến hết ngày 02/11/2027" in v.hoa.heard
        await v.hoa.taps("Nhờ người nhắn hộ")
        await v.hoa.says("có")
        code = code_in(v.hoa.heard)
        await v.la.says("nhắn hộ")
        await v.la.says("Thêm một người")
        await v.la.says(code)
        await v.la.says("có")
        assert "nhắn hộ bác Nguyễn Thị Hoa tiếp, đến ngày 19/10/2028" in v.la.heard
        v.clock.move(timedelta(days=367))
        await v.la.says("đóng góp")
        assert "Nhắn hộ" not in v.la.heard


async def test_at_her_death_nobody_types_for_her_any_more(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await types_for(v.la, await new_code(v.hoa))
        await v.la.says("đóng góp")
        v.store.change(_dies, v)
        await v.la.says("1")
        assert "việc nhắn hộ đã thôi" in v.la.heard
        await v.la.says("nhắn hộ")
        assert "Mã ấy có tám chữ số" in v.la.heard


def _dies(db: Connection, v: Village) -> None:
    chat = db.execute(select(chats.c.id).where(chats.c.person_id == v.cuc.person_id)).scalar_one()
    now, club = v.clock.now(), v.club.club_id
    deed = Deed(chat, "web", v.cuc.person_id, club, now=now, today=now.date(), cause="death")
    assert v.hoa.member_id is not None
    RecordDeath(v.hoa.member_id, now.date()).carry_out(db, deed)
