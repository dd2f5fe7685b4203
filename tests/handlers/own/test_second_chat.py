"""One person in two chats: joined by a code, reminded in one, one dialogue at a time."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from sqlalchemy import select

from bot.channels.channel import Unreachable
from bot.channels.web.channel import ABILITIES, WebChannel
from bot.knocking import Knocker
from messages.cards import Card
from messages.own import second_chat as say
from messages.render import Shown
from storage import outbox as box
from storage.outbox import Hearer, Letter, hearers_of_persons
from storage.tables.chats import chats, dialogues, outbox
from tests.kit.village import Phone, Village, village


@asynccontextmanager
async def two_chats(url: str, language: str = "vi") -> AsyncIterator[tuple[Village, Phone, Phone]]:
    """Hoa's phone, and a stranger's who turns out to be Hoa, once the code is typed."""
    async with village(url, language=language) as v:
        await v.hoa.says("dùng liên trên zalo" if language == "vi" else "second chat")
        code = code_in(v.hoa.heard)
        await v.la.says(code)
        await v.la.says("1")
        yield v, v.hoa, v.la


def code_in(text: str) -> str:
    return next(
        word + " " + after
        for word, after in zip(text.split(), text.split()[1:], strict=False)
        if word.isdecimal() and after.strip(".,").isdecimal() and len(word) == 4
    ).strip(".,")


def of_chat(v: Village, key: str, column: object) -> object:
    with v.store.reading() as db:
        return db.execute(select(column).where(chats.c.key == key)).scalar_one()  # type: ignore[call-overload]


async def test_a_code_made_here_and_typed_there_makes_one_person_of_both(database_url: str) -> None:
    async with village(database_url) as v:
        await v.hoa.says("dùng liên trên zalo")
        assert "10 phút" in v.hoa.heard
        code = code_in(v.hoa.heard)
        assert "Nguyễn Thị Hoa" in await v.la.says(code)
        said = await v.la.says("đúng")
        assert "nhận ra" in said
        assert "nhận ra" in v.hoa.heard and "ban chủ nhiệm" in v.hoa.heard
        assert of_chat(v, "la", chats.c.person_id) == v.hoa.person_id
        assert "Nguyễn Thị Hoa" in await v.la.says("sổ của tôi") or "phí" in v.la.heard.lower()
        # The code is used up, whoever has seen it.
        assert v.lan.person_id is not None
        await v.lan.says("dùng thêm ứng dụng khác")
        assert code_in(v.lan.heard) != code


async def test_a_wrong_or_old_code_makes_nobody_known_and_guessing_is_slow(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("nối zalo")
        code = code_in(v.hoa.heard)
        v.clock.move(timedelta(minutes=11))
        assert "không nhận ra" in await v.la.says(code)
        for guess in range(5):
            await v.la.says(f"1234567{guess}")
        await v.hoa.says("nối zalo")
        await v.la.says(code_in(v.hoa.heard))
        assert "Hoa" not in v.la.heard
        assert of_chat(v, "la", chats.c.person_id) is None


async def test_saying_no_to_the_name_changes_nothing(sqlite_url: str) -> None:
    async with village(sqlite_url) as v:
        await v.hoa.says("nối zalo")
        await v.la.says(code_in(v.hoa.heard))
        assert "giữ như cũ" in await v.la.says("không")
        assert of_chat(v, "la", chats.c.person_id) is None


def first_hearer(v: Village, person_id: int | None) -> str:
    assert person_id is not None
    with v.store.reading() as db:
        return hearers_of_persons(db, [person_id]).of(person_id)[0].key


async def test_reminders_come_to_the_chat_used_last_or_to_the_one_chosen(database_url: str) -> None:
    async with two_chats(database_url) as (v, hoa, new):
        assert first_hearer(v, hoa.person_id) == new.key
        await v.waits(minutes=5)
        await hoa.says("menu")
        assert first_hearer(v, hoa.person_id) == hoa.key
        await v.waits(minutes=5)
        await new.says("menu")
        assert first_hearer(v, hoa.person_id) == new.key
        await hoa.says("dùng thêm ứng dụng khác")
        assert "sau cùng" in hoa.heard
        await hoa.taps("Nhắc việc ở chỗ này")
        await v.waits(minutes=5)
        await new.says("menu")
        assert first_hearer(v, hoa.person_id) == hoa.key


def open_ones(v: Village) -> list[tuple[str, str]]:
    with v.store.reading() as db:
        found = db.execute(
            select(chats.c.key, dialogues.c.name)
            .join(chats, chats.c.id == dialogues.c.chat_id)
            .where(dialogues.c.place.in_(("front", "parked")))
        )
        return [(row.key, row.name) for row in found]


async def test_the_same_dialogue_goes_on_in_one_chat_and_the_other_says_so(
    database_url: str,
) -> None:
    async with two_chats(database_url) as (v, hoa, new):
        await hoa.says("đóng góp")
        await hoa.taps("Phí")
        asked = hoa.heard
        await new.says("đóng góp")
        assert "bắt đầu ở chỗ kia" in new.heard
        assert asked.strip().split("\n")[-1] in new.heard, "it stands where it stood"
        assert "dừng" in hoa.heard and "Làm tiếp ở đây" in str(hoa.labels)
        assert open_ones(v) == [(new.key, "contribute")]
        # And back again, by the button.
        await hoa.taps("Làm tiếp ở đây")
        assert open_ones(v) == [(hoa.key, "contribute")]
        assert "dừng" in new.heard


async def test_what_another_person_has_begun_is_hers_alone(sqlite_url: str) -> None:
    async with two_chats(sqlite_url) as (v, _hoa, new):
        await v.lan.says("đóng góp")
        await v.lan.taps("Phí")
        await new.says("đóng góp")
        assert sorted(open_ones(v)) == sorted([(v.lan.key, "contribute"), (new.key, "contribute")])


class Blocking(WebChannel):
    """A channel in which one chat is gone for good."""

    gone = ""

    async def send(self, hearer: Hearer, shown: Shown) -> None:
        if hearer.key == self.gone:
            raise Unreachable("blocked")
        await super().send(hearer, shown)


async def test_after_a_definite_failure_a_notice_goes_to_her_other_chat_once(
    database_url: str,
) -> None:
    async with two_chats(database_url) as (v, hoa, new):
        by_key = v.by_key
        gone = Blocking(v.store, v.clock, lambda key, line: by_key[key].messages.append(line))
        gone.abilities, gone.gone = ABILITIES, new.key
        v.house.delivery.channels = {"web": gone}
        before = len(hoa.messages)
        await send_notice(v, hoa.person_id)
        await Knocker(v.house).knock()
        await v.house.until_idle()
        came = [each.text for each in hoa.messages[before:]]
        assert sum("trang riêng" in text for text in came) == 1
        assert of_chat(v, new.key, chats.c.unreachable) == "blocked"
        with v.store.reading() as db:
            states = db.execute(select(outbox.c.state).where(outbox.c.kind == "notice")).scalars()
            assert set(states) <= {"sent"}


async def send_notice(v: Village, person_id: int | None) -> None:
    """Something nobody just asked for, to the chat where she wants it."""

    assert person_id is not None

    def put(db):  # type: ignore[no-untyped-def]
        hearer = hearers_of_persons(db, [person_id]).of(person_id)[0]
        card = Card(say.joined_there("web"), numbered=False).as_json()
        letter = Letter(v.clock.new_id(), hearer, "notice", card)
        box.put(db, [letter], run=v.clock.run, now=v.clock.now())
        return letter

    v.house.delivery.post([v.store.change(put)])
    await v.house.until_idle()


async def test_in_english_as_well(sqlite_url: str) -> None:
    async with two_chats(sqlite_url, "en") as (v, hoa, new):
        assert "know you" in new.heard and "know you" in hoa.heard
        assert of_chat(v, "la", chats.c.language) == "en"
