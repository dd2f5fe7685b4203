"""Each line of what is open before closing leads to where it is settled, or says who settles it."""

from datetime import timedelta

from sqlalchemy import update

from club.calendar import Month
from club.ledger import donation_received, moved
from club.money import Money
from storage.changes.deed import Deed
from storage.changes.inserting import inserted
from storage.changes.money.book import write_entry
from storage.queries import Connection
from storage.queries.money.closing import (
    checklist,
    month_figures,
    next_to_close,
    waiting_before_closing,
)
from storage.tables.books import declarations, places
from tests.kit.board import counts, fee_confirmed, holds, said
from tests.kit.giving import tell_fee
from tests.kit.village import Village, village


def collected_by_cuc(db: Connection, v: Village) -> None:
    """50,000 đồng given to the deputy, who leads a group and collects."""
    hands = inserted(db, places, club_id=v.club.club_id, kind="hands", keeper_id=v.cuc.person_id)
    day = v.clock.now().date()
    fund, tin, amount = v.club.operating_fund, v.club.tin, Money(50_000)
    gift = donation_received(fund=fund, place=tin, amount=amount, happened_on=day)
    carried = moved(fund=fund, from_place=tin, to_place=hands, amount=amount, happened_on=day)
    for entry in (gift, carried):
        now = v.clock.now()
        deed = Deed(1, "web", v.giang.person_id, v.club.club_id, now, day, f"c {entry.kind}")
        write_entry(db, deed, entry)


async def test_what_waits_names_who_can_answer_it_and_leads_there(database_url: str) -> None:
    async with village(database_url) as v:
        await tell_fee(v)
        with v.store.writing() as db:  # as if she had told it in the month that closes next
            in_may = v.clock.now() - timedelta(days=165)
            db.execute(update(declarations).values(declared_at=in_may))
        v.clock.move(timedelta(days=30))
        await v.em.says("khóa sổ")
        await v.em.taps("1 khoản đóng góp")
        assert "đang chờ chú Hoàng Văn Giang trả lời" in said(v.em)
        assert not any("Nguyễn Thị Hoa" in each for each in v.em.labels), "not hers to answer"
        await v.em.taps("Về danh sách khóa sổ")
        assert "trước khi khóa sổ" in said(v.em)
        await v.hoa.opens("v:open_items:contributions")
        assert "Giang" not in said(v.hoa)


async def test_what_was_told_of_after_the_month_is_not_open_in_it(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await tell_fee(v)
        with v.store.reading() as db:
            month = next_to_close(db, v.club.club_id)
            assert month < Month(2026, 11)
            figures = month_figures(db, v.club.club_id, month, v.clock.now().date())
            found = checklist(db, v.club.club_id, figures, v.clock.now().date())
            assert found.waiting == len(waiting_before_closing(db, v.club.club_id, month)) == 0
            november = waiting_before_closing(db, v.club.club_id, Month(2026, 11))
        assert [each.person_id for each in november] == [v.hoa.person_id]
        await v.em.says("khóa sổ")
        assert "đóng góp" not in " ".join(v.em.labels)


async def test_money_too_long_in_hands_has_a_way_to_the_tin(database_url: str) -> None:
    async with village(database_url) as v:
        v.store.change(collected_by_cuc, v)
        v.clock.move(timedelta(days=30))
        await v.binh.says("khóa sổ")
        [line] = [each for each in v.binh.labels if "50.000" in each and "Chưa kiểm" not in each]
        await v.binh.taps(line)
        assert "đang giữ 50.000 đồng quá 7 ngày" in said(v.binh)
        assert "đưa cho chú Hoàng Văn Giang" in said(v.binh)
        await v.binh.taps("Về danh sách khóa sổ")
        await v.giang.says("việc cần làm")
        await v.giang.taps("50.000")
        await v.giang.says("đúng")
        await v.binh.taps(line, back=1)
        assert "không còn tiền" in said(v.binh)
        holds(v)


async def test_a_dispute_and_a_second_yes_lead_to_their_answers(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await fee_confirmed(v)
        await v.hoa.taps("Không đúng ạ")
        await v.hoa.says("tôi đưa bốn mươi")
        await v.hoa.taps("Chuyển giúp tôi")
        await counts(v.giang, "31 nghìn")
        await v.giang.says("chưa rõ")
        await v.giang.says("đúng")
        v.clock.move(timedelta(days=30))
        await v.binh.says("khóa sổ")
        await v.binh.taps("1 ý kiến")
        assert "đang chờ ông trả lời" in said(v.binh)
        await v.binh.taps("Nguyễn Thị Hoa")
        assert "tôi đưa bốn mươi" in said(v.binh)
        await v.em.says("khóa sổ")
        await v.em.taps("1 việc chờ người thứ hai")
        await v.em.taps("Hoàng Văn Giang")
        assert "31.000" in said(v.em)
