"""The month's news for the loudspeaker and the notice board."""

import io
import re
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import insert

from club.areas import Area
from handlers.talk.heard import Kind
from messages.papers.kinds import drawn, paper_of
from messages.papers.poster import poster_of
from messages.wording import LANGUAGES, Words
from storage.queries.figures.digest import digest_of
from storage.tables.activities import activities
from storage.tables.books import golden_heart
from storage.tables.people import consents
from tests.kit import printed
from tests.kit.golden_month import OCTOBER, GoldenMonth, at
from tests.kit.planned import at as in_november
from tests.kit.planned import plan_a_meeting
from tests.kit.village import Village, village

DAY = date(2026, 10, 20)
BUSY = (
    (Area.HEALTH, "Đo huyết áp, khám mắt cho người cao tuổi", 32),
    (Area.CULTURE, "Tập hát chèo cho ngày hội đoàn kết", 14),
    (Area.KNOWLEDGE, "Nói chuyện về phòng lừa đảo qua điện thoại", 41),
    (Area.HOME_CARE, "Thăm bà Lan ốm", 3),
)


def lives_through_october(v: Village) -> None:
    """The golden month, four more activities, and five more gifts."""
    v.store.change(_lived, v)
    plan_a_meeting(v, in_november(20, 8))


def _lived(db: Any, v: Village) -> None:
    golden = GoldenMonth(db, v)
    golden.write()
    _more_was_done(golden)
    _more_was_given(golden)
    agrees(db, v, "hoa", given=True)


def _more_was_done(golden: GoldenMonth) -> None:
    for area, what, people in BUSY:
        golden.row(
            activities,
            club_id=golden.v.club.club_id,
            area=area.value,
            done_on=DAY,
            what=what,
            people_count=people,
            logged_at=at(DAY),
            cause=golden.cause(),
        )


def _more_was_given(golden: GoldenMonth) -> None:
    for giver in (
        {"donor": "Công ty Minh Tâm", "donor_agreed": True},
        {"donor": "Công ty Minh Tâm", "donor_agreed": True},
        {"donor": "Nguyễn Văn Bí", "donor_agreed": False},
        {"member_id": golden.member("hoa")},
        {"member_id": golden.member("lan")},
    ):
        golden.row(
            golden_heart,
            club_id=golden.v.club.club_id,
            given_on=DAY,
            booked_month=OCTOBER,
            kind="goods",
            item="gạo",
            unit="kg",
            quantity_thousandths=1000,
            cause=golden.cause(),
            **giver,
        )


def agrees(db: Any, v: Village, name: str, *, given: bool) -> None:
    db.execute(
        insert(consents).values(
            person_id=v.phones[name].person_id,
            purpose="golden_heart",
            given=given,
            form="own_words",
            wording="1",
            at=v.clock.now(),
        )
    )


TEXT = """\
Kính thưa các ông, các bà cùng toàn thể bà con. Sau đây là bản tin tháng mười năm hai nghìn \
không trăm hai mươi sáu của câu lạc bộ Thôn Đoài.

Đến nay câu lạc bộ có tám thành viên. Vào ngày hai mươi bốn tháng mười, câu lạc bộ đã họp mặt \
sinh hoạt, có năm người đến dự.

Trong tháng, câu lạc bộ đã làm những việc sau. Về tăng thu nhập: x. Về chăm sóc sức \
khỏe: Đo huyết áp, khám mắt cho người cao tuổi. Về nâng cao nhận thức: Nói chuyện về phòng lừa \
đảo qua điện thoại. Về văn hóa, văn nghệ: Tập hát chèo cho ngày hội đoàn kết. Câu lạc bộ còn có \
hoạt động về chăm sóc tại nhà và tự giúp nhau. Câu lạc bộ đã thăm hỏi, giúp đỡ những người gặp \
khó khăn ở quanh ta.

Câu lạc bộ chân thành cảm ơn những tấm lòng vàng trong tháng: Công ty Minh Tâm, bác Nguyễn Thị \
Hoa và ba nhà hảo tâm.

Buổi sinh hoạt tới bắt đầu lúc tám giờ, thứ sáu ngày hai mươi tháng mười một, tại Nhà văn hóa \
thôn Đoài. Kính mời các ông, các bà và bà con đến dự cho đông vui.

Nhà ai cần giúp đỡ, hay ai muốn vào câu lạc bộ, xin mời gặp ban chủ nhiệm.

Kính chúc bà con mạnh khỏe, gia đình hòa thuận. Xin cảm ơn bà con đã lắng nghe."""


async def test_the_board_gets_a_text_that_an_announcer_reads(database_url: str) -> None:
    async with village(database_url) as v:
        lives_through_october(v)
        await v.binh.says("loa thôn")
        assert TEXT in v.binh.heard
        assert 150 <= len(TEXT.split()) <= 250
        assert not re.search(r"\d|đồng\b", TEXT)
        await v.binh.taps("Tờ dán bảng tin, để in")
        assert [each.file_name for each in v.binh.papers] == ["ban-tin-2026-10.pdf"]


async def test_who_takes_her_yes_back_is_a_donor_without_a_name(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        lives_through_october(v)
        v.store.change(agrees, v, "hoa", given=False)
        await v.binh.says("bản tin tháng 10")
        assert "Hoa" not in v.binh.heard
        assert "Công ty Minh Tâm và bốn nhà hảo tâm." in v.binh.heard


async def test_it_is_found_from_the_summary_and_in_english(sqlite_url: str) -> None:
    async with village(sqlite_url, language="en") as v:
        lives_through_october(v)
        await v.binh.says("summary 10/2026")
        await v.binh.taps("Picture, to print, as a table")
        await v.binh.taps("News for the village")
        heard = v.binh.heard
        assert "Here is the news of October twenty twenty-six from CLB Thôn Đoài." in heard
        assert "On the twenty-fourth of October twenty twenty-six the club met" in heard
        assert "warmly thanks Công ty Minh Tâm, Nguyễn Thị Hoa and three donors." in heard


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("bản tin tháng 13", "Dạ, cháu chưa rõ là tháng nào."),
        ("bản tin tháng 12/2026", "Dạ, tháng 12/2026 chưa tới nên chưa có báo cáo ạ."),
        ("bản tin tháng 4/2026", "báo cáo đầu tiên là của tháng 5/2026 ạ."),
        ("bản tin tháng trước", "Ngày sinh hoạt tới, câu lạc bộ sẽ thông báo sau."),
        ("bản tin", "Câu lạc bộ là nơi người già và người trẻ cùng giúp nhau"),
        ("bản tin tháng 11", "Tin tính đến hết ngày hai tháng mười một"),
    ],
)
async def test_any_month_gets_a_kind_answer(sqlite_url: str, typed: str, answer: str) -> None:
    """Nothing was entered: the text says no thanks and no deeds, and invites all the same."""
    async with village(sqlite_url) as v:
        await v.binh.says(typed)
        assert answer in v.binh.heard
        assert "tấm lòng vàng" not in v.binh.heard


async def test_members_and_strangers_do_not_get_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        lives_through_october(v)
        for phone in (v.hoa, v.la):
            await phone.says("v:digest:2026-10 poster", kind=Kind.PRESS)
            assert phone.papers == []
            await phone.says("bản tin")
            assert "Minh Tâm" not in phone.heard


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_poster_is_one_page_that_says_the_same(sqlite_url: str, language: str) -> None:
    async with village(sqlite_url) as v:
        lives_through_october(v)
        today, now = v.clock.now().date(), v.clock.now()
        with v.store.reading() as db:
            found = digest_of(db, v.club.club_id, OCTOBER, today=today, now=now)
        assert found is not None
        wanted = paper_of(poster_of(found, "Xã Mỹ Đức").as_json())
        made = drawn(wanted, Words(language))
        assert len(PdfReader(io.BytesIO(made.content)).pages) == 1
        text = printed.text(made.content)
        for said in ("20/11/2026", "Công ty Minh Tâm", "Nguyễn Thị Hoa", "Đo huyết áp", "32"):
            assert said in text
        for unsaid in ("Lan", "Bí", "đồng", "200.000"):
            assert unsaid not in text
