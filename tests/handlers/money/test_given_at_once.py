"""The same sum entered by one person on two phones in one moment: in the books once, and asked."""

from sqlalchemy import text, update

from bot.channels.web.channel import WebChannel, raw_update, read_update
from handlers.talk.heard import Kind
from storage.changes.money.book import lock_club
from storage.inbox import Arrival
from storage.queries.money.ledger import entries_of
from storage.tables.chats import chats
from tests.kit.lending import check_books
from tests.kit.telegram_house import until
from tests.kit.village import Phone, Village, village
from tests.kit.workers import Worker

FEE = ("thu phí", "Hoa", "đúng", "hôm nay", "15 nghìn")
GIFT = ("sổ tấm lòng vàng", "Ghi nhà hảo tâm", "không", "tiền", "200 nghìn")


def second_phone(v: Village, phone: Phone) -> Phone:
    """One more chat of the same person."""
    other = v.new_phone(f"{phone.key}-2")
    with v.store.writing() as db:
        hers = {"person_id": phone.person_id, "club_id": v.club.club_id}
        db.execute(update(chats).where(chats.c.key == other.key).values(**hers))
    return other


async def agreed_at_once(v: Village, phones: tuple[Phone, Phone]) -> None:
    """Both yeses arrive before either is attended to; on PostgreSQL at two processes."""
    yeses = [
        Arrival("web", "", f"yes {each.key}", each.key, raw_update(Kind.TEXT, "đúng"))
        for each in phones
    ]
    if v.store.on_sqlite:
        await v.house.core.take_in(yeses)
        await v.house.until_idle()
        return
    channel = WebChannel(v.store, v.clock, lambda key, came: v.by_key[key].messages.append(came))
    url = v.store.url.render_as_string(hide_password=False)
    workers = [
        await Worker(url, v.clock, {"web": channel}, {"web": read_update}).start() for _ in phones
    ]
    with v.store.writing() as db:
        lock_club(db, v.club.club_id)
        for worker, yes in zip(workers, yeses, strict=True):
            await worker.house.core.take_in([yes])
        await until(lambda: _waiting(v) == len(workers))
    for worker in workers:
        await worker.end()


def _waiting(v: Village) -> int:
    with v.store.reading() as db:
        return len(db.execute(text("SELECT DISTINCT pid FROM pg_locks WHERE NOT granted")).all())


def entries(v: Village) -> int:
    check_books(v)
    with v.store.reading() as db:
        return len(entries_of(db, v.club.club_id))


async def test_a_fee_is_entered_once_and_asked_about_on_the_other_phone(database_url: str) -> None:
    async with village(database_url) as v:
        phones = (v.giang, second_phone(v, v.giang))
        for phone in phones:
            for line in FEE:
                await phone.says(line)
            assert "Đúng vậy không ạ?" in phone.heard
        await agreed_at_once(v, phones)
        assert entries(v) == 1
        asked = [each for each in phones if "sổ đã có 15.000 đồng" in each.heard]
        assert len(asked) == 1 and "PT 1/2026" in asked[0].heard
        for line in ("thêm một lần nữa", "đúng"):
            await asked[0].says(line)
        assert entries(v) == 2


async def test_a_gift_from_outside_is_asked_about_on_the_other_phone(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        phones = (v.giang, second_phone(v, v.giang))
        for phone in phones:
            for line in GIFT:
                await phone.says(line)
            assert "Đúng không ạ?" in phone.heard
        await agreed_at_once(v, phones)
        assert entries(v) == 1
        assert len([each for each in phones if "đã có 200.000 đồng" in each.heard]) == 1


async def test_another_payment_than_the_one_asked_about_is_asked_about_too(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        for line in (*FEE, "đúng"):
            await v.giang.says(line)
        phones = (v.giang, second_phone(v, v.giang))
        for phone in phones:
            for line in (*FEE, "thêm một lần nữa"):
                await phone.says(line)
        await agreed_at_once(v, phones)
        assert entries(v) == 2
        asked = next(each for each in phones if "sổ đã có 15.000 đồng" in each.heard)
        assert "PT 2/2026" in asked.heard
        await asked.says("không")
        assert "cháu không ghi hai lần" in asked.heard
        assert entries(v) == 2
