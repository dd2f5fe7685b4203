"""What goes to Zalo and comes from it, read by python-zalo-bot as by somebody else's program."""

from typing import Any

import pytest
import zalo_bot

from bot.channels.channel import NotTaken, Refused, ServerFault, SlowDown, Unreachable, Unsure
from bot.channels.lending import Lent
from bot.channels.zalo.sending import ZaloChannel
from bot.channels.zalo.updates import Unreadable, arrival, read_stored, read_update
from bot.channels.zalo.wire import TokenRefused, answer_in, failure_of
from handlers.talk.heard import Kind
from messages.papers.kinds import PNG, Drawn
from messages.render import Shown
from storage.outbox import Hearer
from tests.kit.photographs import photographed
from tests.kit.zalo_server import ZaloServer

BOT = "12345689"


def hearer(key: str) -> Hearer:
    return Hearer(chat_id=1, channel="zalo", bot=BOT, key=key, language="vi")


class Lends:
    """Lends whatever it is at one address."""

    def __init__(self, picture: str) -> None:
        self.picture = picture

    async def lend(self, hearer: Hearer, file: Drawn) -> Lent:
        return Lent("https://lien.example/paper/#s", self.picture)


async def test_both_read_the_same_in_what_comes() -> None:
    async with ZaloServer() as server:
        bot = zalo_bot.Bot(server.token, server.url)
        await bot.initialize()
        hoa = server.person("Hoa")
        for said in ("Cháu ơi, mai họp mấy giờ?", ""):
            await (hoa.writes(said) if said else hoa.sends_picture(photographed()))
            theirs = (await bot.get_update(timeout=5)).message
            ours = read_update(server.handed_out[-1])
            assert ours.heard is not None
            assert (ours.chat_key, ours.message_key) == (theirs.chat.id, theirs.message_id)
            assert ours.heard.text == (theirs.text or "")
            assert (ours.heard.sent.key if ours.heard.sent else None) == theirs.photo_url
        await bot.shutdown()


async def test_what_we_ask_is_what_their_program_asks() -> None:
    async with ZaloServer() as server:
        server.pictures["1.png"] = photographed()
        picture = f"{server.url}/pictures/1.png"
        hoa = server.person("Hoa")
        hoa.has_written = True
        ours = ZaloChannel(server.url, server.token, Lends(picture))  # type: ignore[arg-type]
        await ours.open()
        await ours.send(hearer(hoa.key), Shown("Dạ, cháu chào bác ạ."))
        await ours.send_file(hearer(hoa.key), Drawn(b"", "a.png", PNG, "Mã QR"))
        await ours.shows_typing(hoa.key)
        await ours.close()
        mine = [(each.method, each.values) for each in server.requests]
        server.requests.clear()
        async with zalo_bot.Bot(server.token, server.url) as theirs:
            await theirs.send_message(hoa.key, "Dạ, cháu chào bác ạ.")
            await theirs.send_photo(hoa.key, "Mã QR", picture)
            await theirs.send_chat_action(hoa.key, "typing")
        assert mine == [(each.method, each.values) for each in server.requests[1:]]


def update(**message: Any) -> dict[str, Any]:
    about = {
        "message_id": "m1",
        "from": {"id": "u1", "display_name": "Hoa", "is_bot": False},
        "chat": {"id": "c1", "chat_type": "PRIVATE"},
        "date": 1,
    }
    return {"event_name": "message.text.received", "message": about | message}


def test_an_update_is_read_wrapped_and_unwrapped() -> None:
    for body in (update(text="có"), {"ok": True, "result": update(text="có")}):
        found = arrival(body, bot=BOT, language="vi")
        assert found is not None
        assert (found.update_key, found.chat_key) == ("m1", "c1")
        assert read_stored(found.raw).text == "có"


def test_kinds_are_told_apart() -> None:
    def kind(**message: Any) -> Kind:
        heard = read_update(update(**message)).heard
        assert heard is not None
        return heard.kind

    assert kind(text="chào") is Kind.TEXT
    assert kind(photo_url="https://a.example/1.jpg", caption="đây") is Kind.PHOTO
    assert kind(sticker="x") is Kind.OTHER
    assert kind() is Kind.OTHER
    assert kind(text="@Liên", chat={"id": "g", "chat_type": "GROUP"}) is Kind.GROUP


def test_what_a_bot_says_is_nothing() -> None:
    said = update(text="a", **{"from": {"id": "b", "is_bot": True}})
    assert arrival(said, bot=BOT, language="vi") is None


@pytest.mark.parametrize(
    "odd",
    [
        None,
        [],
        "x",
        7,
        {},
        {"message": None},
        {"result": 3},
        {"message": {"message_id": "m"}},
        update(message_id=None),
        update(message_id="x" * 500),
        update(chat={"id": True}),
        update(text={"a": 1}),
        update(text=["a"]),
    ],
)
def test_what_is_no_update_is_kept_aside(odd: Any) -> None:
    with pytest.raises(Unreadable):
        read_update(odd)
    found = arrival(odd, bot=BOT, language="vi")
    assert found is not None and found.chat_key is None


def test_what_no_database_takes_is_replaced() -> None:
    found = arrival(update(text="a\ud83d\0b"), bot=BOT, language="vi")
    assert found is not None
    assert read_stored(found.raw).text == "a? b"


@pytest.mark.parametrize(
    ("status", "body", "failure"),
    [
        (401, b'{"ok":false,"error_code":401,"description":"Unauthorized"}', TokenRefused),
        (403, b'{"ok":false,"error_code":403,"description":"blocked"}', Unreachable),
        (200, b'{"ok":false,"error_code":403,"description":"blocked"}', Unreachable),
        (400, b'{"ok":false,"error_code":400}', Refused),
        (413, b"<html>", Refused),
        (429, b'{"ok":false,"error_code":429}', SlowDown),
        (408, b'{"ok":false,"error_code":408}', Unsure),
        (500, b"", ServerFault),
        (502, b"<html>502</html>", ServerFault),
        (200, b"<html>maintenance</html>", ServerFault),
        (200, b'{"ok":false}', ServerFault),
        (302, b"", NotTaken),
        (403, b"<html>", NotTaken),
    ],
)
def test_errors_in_our_words(status: int, body: bytes, failure: type[Exception]) -> None:
    answer = answer_in(status, body)
    assert not answer.is_well
    assert type(failure_of(answer)) is failure


def test_how_long_to_wait_is_taken_from_the_answer() -> None:
    asked = answer_in(429, b'{"ok":false,"error_code":429,"parameters":{"retry_after":17}}')
    assert asked.pause == 17
    assert answer_in(429, b'{"ok":false,"error_code":429,"parameters":"x"}').pause == 5


async def test_a_long_text_goes_in_parts_and_is_not_begun_anew() -> None:
    lines = [f"{number}. một dòng của danh sách" for number in range(150)]
    async with ZaloServer() as server:
        hoa = server.person("Hoa")
        hoa.has_written = True
        channel = ZaloChannel(server.url, server.token, None)
        await channel.open()
        await channel.send(hearer(hoa.key), Shown("\n".join(lines)))
        assert len(hoa.messages) == 3
        assert "\n".join(each.text for each in hoa.messages).split("\n") == lines
        # The second part meets a slow-down, then the third is lost for good.
        hoa.messages.clear()
        server.fail("too_many_requests", times=1, retry_after=0)
        with pytest.raises(SlowDown):
            await channel.send(hearer(hoa.key), Shown("a"))
        assert hoa.messages == []
        await channel.close()


async def test_a_part_that_stays_behind_makes_it_unsure() -> None:
    async with ZaloServer() as server:
        hoa = server.person("Hoa")
        hoa.has_written = True
        channel = ZaloChannel(server.url, server.token, None)
        await channel.open()

        def go_down(key: str) -> None:
            server.fail("too_many_requests", retry_after=100)

        channel.on_sent = go_down
        with pytest.raises(Unsure):
            await channel.send(hearer(hoa.key), Shown("một dòng\n" * 300))
        assert len(hoa.messages) == 1
        await channel.close()


async def test_where_nobody_answers_it_was_certainly_not_taken() -> None:
    async with ZaloServer() as server:
        await server.go_down()
        channel = ZaloChannel(server.url, server.token, None)
        await channel.open()
        with pytest.raises(NotTaken):
            await channel.send(hearer("x"), Shown("a"))
        await channel.close()
