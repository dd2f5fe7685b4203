"""A person sees what is kept about her, takes back what she agreed to, and has herself erased."""

import json
import logging
from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from handlers.talk.heard import Kind
from messages.presses import ScreenPress, StartPress, packed
from storage.changes.members.enter_member import NewMember, enter_member
from storage.forgetting import forget
from storage.queries.faults.books_faults import books_faults
from storage.queries.web import WebFile, web_file
from storage.tables.people import circumstances, consents, persons
from tests.kit import printed
from tests.kit.giving import tell_fee
from tests.kit.lending import give_fund
from tests.kit.marked_rows import everything_in
from tests.kit.village import FOUNDED, Phone, Village, village


def files(v: Village, phone: Phone) -> dict[str, WebFile]:
    """The newest file of each name."""
    with v.store.reading() as db:
        found = [web_file(db, phone.key, each.id) for each in phone.papers]
    return {each.name: each for each in found if each is not None}


def yes_to(v: Village, phone: Phone, purpose: str, wording: str) -> None:
    with v.store.writing() as db:
        values = {"purpose": purpose, "wording": wording, "given": True, "at": v.clock.now()}
        db.execute(insert(consents).values(person_id=phone.person_id, **values))


async def test_she_gets_everything_to_read_and_as_a_file(database_url: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        await v.hoa.says("dữ liệu của tôi")
        assert "tất cả những gì cháu đang giữ về bác" in v.hoa.heard
        await v.hoa.taps("Xem tất cả")
        found = files(v, v.hoa)
        said = json.loads(found["du-lieu-cua-toi.json"].content)
        assert said["tables"]["persons"]["rows"][0]["name"] == "Nguyễn Thị Hoa"
        assert said["tables"]["declarations"]["rows"][0]["amount"] == 30_000
        assert {"members", "chats", "web_messages"} <= said["tables"].keys()
        text = printed.text(found["du-lieu-cua-toi.pdf"].content)
        for part in ("DỮ LIỆU CÁ NHÂN", "Nguyễn Thị Hoa", "Bác là ai", "30.000 đồng", "1952"):
            assert part in text, part
        assert "declarations" not in text and "waiting" not in text  # words, no codes


async def test_nobody_else_gets_it(database_url: str) -> None:
    async with village(database_url) as v:
        for phone in (v.lan, v.binh, v.la):
            for press in ("all_my_data", "my_data", "my_consents"):
                await phone.says(packed(ScreenPress(press, str(v.hoa.person_id))), kind=Kind.PRESS)
            assert "Nguyễn Thị Hoa" not in phone.everything
            for each in files(v, phone).values():
                assert "Nguyễn Thị Hoa" not in str(each.content)
        # She has an account of her own: the board prints nothing for her.
        await v.dao.says("in dữ liệu thành viên")
        await v.dao.says("nguyễn thị hoa")
        await v.dao.taps("Nguyễn Thị Hoa")
        assert "có tài khoản riêng" in v.dao.heard
        assert files(v, v.dao) == {}


async def test_for_who_has_no_phone_the_board_prints_it_and_two_have_her_erased(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        new = NewMember("Lò Thị Chín", 1947, "female", FOUNDED)
        chin = v.store.change(enter_member, v.club.club_id, new, v.clock.now())
        await v.dao.says("in dữ liệu thành viên")
        await v.dao.says("chín")
        await v.dao.taps("Lò Thị Chín")
        text = printed.text(files(v, v.dao)["du-lieu-cua-toi.pdf"].content)
        assert "Lò Thị Chín" in text and "Người nhận" in text
        await v.dao.says("xóa dữ liệu thành viên")
        await v.dao.says("chín")
        await v.dao.taps("Lò Thị Chín")
        assert "đọc cho" in v.dao.heard
        await v.dao.taps("điểm chỉ")
        await v.dao.taps("Đúng")
        asked = next(p for p in v.phones.values() if "xóa những gì đang giữ về" in p.heard)
        await asked.taps("Xem")
        await asked.taps("Đúng")
        assert "Ba ngày nữa" in v.dao.heard
        v.clock.move(timedelta(days=3, minutes=1))
        v.store.change(forget, v.clock.now())
        assert "Lò Thị Chín" not in everything_in(v.store)
        with v.store.reading() as db:
            left = select(persons.c.name).where(persons.c.id == chin.person_id)
            assert db.execute(left).scalar_one() == f"thành viên đã xóa số {chin.person_id}"


async def test_each_consent_is_taken_back_alone_with_what_follows_said_first(
    database_url: str,
) -> None:
    async with village(database_url) as v:
        yes_to(v, v.hoa, "poverty", "join.consent/2")
        yes_to(v, v.hoa, "golden_heart", "golden_heart.may_be_named/1")
        with v.store.writing() as db:
            poor = {"kind": "hardship", "value": "poor", "valid_from": FOUNDED}
            db.execute(insert(circumstances).values(member_id=v.hoa.member_id, **poor))
        await v.hoa.says("điều tôi đã đồng ý")
        assert "Hoàn cảnh: đồng ý" in v.hoa.heard
        assert "Số đo sức khỏe: chưa hỏi, nên coi như không" in v.hoa.heard
        await v.hoa.taps("Tên trong Sổ Tấm lòng vàng")
        assert "Tên bác có được ghi" in v.hoa.heard or "“" in v.hoa.heard  # the wording itself
        assert "một thành viên" in v.hoa.heard
        await v.hoa.says("không")
        await v.hoa.says("điều tôi đã đồng ý")
        await v.hoa.taps("Hoàn cảnh")
        assert "xóa điều đã ghi về hoàn cảnh" in v.hoa.heard
        await v.hoa.says("có")
        assert "đã ghi là bác rút lại" in v.hoa.heard
        with v.store.reading() as db:
            assert db.execute(select(circumstances.c.id)).all() == []
        await v.hoa.says("điều tôi đã đồng ý")
        assert "Hoàn cảnh: không" in v.hoa.heard
        assert "Tên trong Sổ Tấm lòng vàng: đồng ý" in v.hoa.heard


async def test_within_three_days_she_thinks_better_of_it(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("xóa dữ liệu của tôi")
        for part in ("Sẽ mất", "Phải giữ lại", "rút lại được"):
            assert part in v.hoa.heard
        await v.hoa.taps("Vâng, xóa đi")
        assert "Ngày 05/11/2026 cháu xóa" in v.hoa.heard
        assert "xin xóa dữ liệu" in v.binh.everything
        await v.hoa.says("không xóa nữa")
        assert "không xóa nữa" in v.hoa.heard
        v.clock.move(timedelta(days=4))
        v.store.change(forget, v.clock.now())
        assert "Nguyễn Thị Hoa" in everything_in(v.store)


async def test_after_three_days_she_is_erased(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    async with village(database_url) as v:
        await tell_fee(v)
        await v.giang.taps("Xem và xác nhận")
        await v.giang.taps("Tiền đã ở trong tay")
        await v.hoa.says("xóa dữ liệu của tôi")
        await v.hoa.says("đúng")
        v.clock.move(timedelta(days=3))
        v.store.change(forget, v.clock.now())
        assert "Nguyễn Thị Hoa" not in everything_in(v.store)
        assert "Nguyễn Thị Hoa" not in caplog.text
        await v.binh.says("thành viên")
        assert "Hoa" not in v.binh.heard
        with v.store.reading() as db:
            assert books_faults(db, v.club.club_id) == []
        # Her chat is a stranger's now, and an old button of hers opens nothing.
        await v.hoa.says(packed(StartPress("erase_me")), kind=Kind.PRESS)
        await v.hoa.says("tài khoản của tôi")
        assert "Hoa" not in v.hoa.heard


async def test_on_paper_stand_words_and_no_codes(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        give_fund(v, 30)
        for each in ("ủng hộ 5 cân gạo", "đúng", "tôi muốn vay 2 triệu nuôi lợn", "6", "1"):
            await v.hoa.says(each)
        await v.hoa.taps("Đúng hết rồi")
        await v.waits(days=2)
        await v.hoa.says("dữ liệu của tôi")
        await v.hoa.taps("Xem tất cả")
        text = printed.text(files(v, v.hoa)["du-lieu-cua-toi.pdf"].content)
        for part in (
            *("Thứ gì: Gạo; Bao nhiêu: 5 cân", "Để làm gì: Nuôi lợn", "Cách xưng hô: bác"),
            *("Cách thức: Trả dần mỗi tháng", "9 giờ, Liên: Dạ, cháu ghi nhận"),
        ):
            assert part in text, part
        for code in ("given", "pigs", "monthly", "planned", "queued", "_"):
            assert code not in text, code
