"""Weight and blood pressure: with her own yes; read by her and by whoever measured alone."""

from sqlalchemy import select

from handlers.talk.heard import Kind
from storage.queries.life.health import agreed_to_health
from storage.tables.club_life import health_checks
from storage.tables.people import consents
from storage.tables.trail import audit
from tests.kit.village import Phone, Village, village


def figures(v: Village) -> list[tuple[int, int | None, int | None]]:
    """Whose, the higher figure, grams."""
    with v.store.reading() as db:
        found = db.execute(select(health_checks).order_by(health_checks.c.id))
        return [(row.member_id, row.systolic, row.weight_grams) for row in found]


async def measures(phone: Phone, whose: str, *said: str) -> None:
    for each in ("đo huyết áp", whose, "1", *said):
        await phone.says(each)


async def looks_at_measured(phone: Phone) -> str:
    """What it says to whoever measured others."""
    await phone.says("sức khỏe của tôi")
    return await phone.taps("đã đo cho người khác")


async def nobody_else_reads_it(v: Village, secret: str) -> None:
    """Not a chair, not a member, not in the summary, not in a log."""
    for phone in (v.binh, v.hoa):
        await phone.says(f"v:health_picture:{v.lan.member_id}", kind=Kind.PRESS)
        assert phone.papers == []
    for phone in (v.binh, v.cuc, v.hoa):
        await phone.says("sức khỏe của tôi")
        await phone.says("câu lạc bộ đã làm gì")
        assert secret not in phone.everything
    with v.store.reading() as db:
        assert not any(secret in row.subject for row in db.execute(select(audit)))


async def test_measured_by_another_with_her_yes(database_url: str) -> None:
    async with village(database_url) as v:
        await measures(v.dao, "lan", "có", "135/85", "52 ký", "1m55", "đúng")
        assert figures(v) == [(v.lan.member_id, 135, 52_000)]
        # She hears of it without a figure, and reads it herself.
        assert "báo là bà đã đồng ý" in v.lan.heard
        assert "135" not in v.lan.everything
        await v.lan.taps("Xem số đo")
        assert "huyết áp 135/85, 52 ký, cao 1 mét 55" in v.lan.heard
        await v.lan.taps("Xem bằng hình")
        assert [each.file_name for each in v.lan.papers] == ["suc-khoe.png"]
        # Whoever measured reads it, nobody else.
        assert "135/85" in await looks_at_measured(v.dao)
        await v.dao.taps("Xem bằng hình")
        await v.dao.taps("Hình của bà Đỗ Thị Lan")
        assert len(v.dao.papers) == 1
        await nobody_else_reads_it(v, "135")
        assert "chưa đo cho ai" in await looks_at_measured(v.binh)
        # One tap and all of it is gone; the head stays counted.
        await v.lan.says("xóa sức khỏe")
        await v.lan.says("có")
        assert figures(v) == [(v.lan.member_id, None, None)]
        assert "135" not in await looks_at_measured(v.dao)


async def test_her_no_is_kept_and_nothing_else(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await measures(v.dao, "lan", "không")
        assert figures(v) == []
        with v.store.reading() as db:
            assert agreed_to_health(db, v.lan.person_id) is False  # type: ignore[arg-type]
            given = select(consents.c.given).where(consents.c.purpose == "health")
            assert db.execute(given).scalars().all() == [False]
        # Nobody who may not measure others is led to it.
        await v.hoa.says("đo huyết áp")
        assert figures(v) == []


async def test_her_own_in_english_and_how_they_go(database_url: str) -> None:
    async with village(database_url, language="en") as v:
        await v.hoa.says("blood pressure 140/90")
        assert "Only you read them" in v.hoa.heard
        for each in ("yes", "52", "skip", "yes"):
            await v.hoa.says(each)
        await v.waits(days=30)
        await v.hoa.says("blood pressure")
        for each in ("85/135", "150/92", "520 kg", "53.5 kg", "155 cm", "yes"):
            await v.hoa.says(each)
        await v.hoa.says("my health")
        assert "Blood pressure, the higher figure: 140 → 150." in v.hoa.heard
        assert "Weight: 1.5 kg more" in v.hoa.heard
        assert [row[1:] for row in figures(v)] == [(140, 52_000), (150, 53_500)]


async def test_a_very_high_figure_calls_for_the_health_station_calmly(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await measures(v.dao, "lan", "có", "190/95", "bỏ qua", "bỏ qua", "đúng")
        assert "nên gặp trạm y tế" in v.dao.heard
        assert "gọi ngay 115" in v.dao.heard
        for diagnosis in ("tăng huyết áp", "bệnh", "đột quỵ", "nguy hiểm"):
            assert diagnosis not in v.dao.heard
        await measures(v.dao, "lan", "130/80", "bỏ qua", "bỏ qua", "đúng")
        assert "trạm y tế" not in v.dao.heard


async def test_nonsense_three_times_and_nothing_measured(database_url: str) -> None:
    async with village(database_url) as v:
        await measures(v.dao, "lan", "có", "cao lắm", "😀", "999/1", "bỏ qua", "bỏ qua", "bỏ qua")
        assert "chưa ghi số đo nào" in v.dao.heard
        assert figures(v) == []
