"""Questions that are answered by sending a picture or a recording."""

from collections.abc import Iterator
from itertools import count

import pytest

from bot.channels.web.channel import photo_update, raw_update
from club.photos import Problem
from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from handlers.talk.heard import Kind
from storage.received import Received, keep_received
from storage.schema import bring_up_to_date
from storage.store import Store
from tests.kit.one_chat import OneChat, Remember, asking, declared

_CAUSES = count(1)


async def one(ask: Ask, me: Visitor) -> Remember:
    photo = await ask.photo("photo", asking("The receipt, please"), optional=True)
    return Remember(photo, await ask.text("what", asking("What is on it?")))


async def needed(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.photo("photo", asking("The slip, please")))


async def several(ask: Ask, me: Visitor) -> Remember:
    photos = await ask.photos("photos", asking("The minutes, please"), most=3, optional=True)
    return Remember(list(photos))


async def spoken(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.voice_note("note", asking("Say it"), optional=True))


class Chat(OneChat):
    """A chat into which pictures come as the page brings them."""

    def sends(self, *, key: str | None = None) -> str:
        cause = f"t:{next(_CAUSES)}"
        chat_id = self.rows("SELECT id FROM chats")[0][0]
        new = Received(chat_id=chat_id, cause=cause, mime="image/jpeg", content=b"jpeg")
        self.store.change(keep_received, new, self.clock.now())
        return self.receives(photo_update(cause), key=key)

    @property
    def photos(self) -> list[int]:
        return [row[0] for row in self.rows("SELECT id FROM photos ORDER BY id")]


@pytest.fixture
def chat(sqlite_url: str) -> Iterator[Chat]:
    store = Store(sqlite_url)
    bring_up_to_date(store)
    with (
        declared("one", one),
        declared("needed", needed),
        declared("several", several),
        declared("spoken", spoken),
    ):
        yield Chat(store)
    store.close_now()


def test_a_picture_is_the_answer_by_its_number(chat: Chat) -> None:
    assert "The receipt, please" in chat.begins("one")
    assert chat.labels == ["1. Skip the photo"]
    assert "What is on it?" in chat.sends()
    assert f"remembered [{chat.photos[0]}, 'rice']" in chat.says("rice")


@pytest.mark.parametrize(
    "words",
    ["1", "skip", "Skip the photo", "bỏ qua", "không có", "Dạ không có ạ", "không chụp được"],
)
def test_without_one_she_goes_on(chat: Chat, words: str) -> None:
    chat.begins("one")
    assert "What is on it?" in chat.says(words)
    assert "remembered [None, 'rice']" in chat.says("rice")


def test_where_it_is_needed_nothing_skips_it(chat: Chat) -> None:
    chat.begins("needed")
    for words in ("skip", "không có", "1", "here it is"):
        assert "The slip, please" in chat.says(words)
    assert f"remembered [{1}]" in chat.sends()


def test_words_instead_are_told_how_and_then_how_in_other_words(chat: Chat) -> None:
    chat.begins("one")
    assert "For example" in chat.says("hai bao gạo") or "a photo" in chat.heard
    assert "take one, or choose one" in chat.says("hai bao gạo")
    assert "The receipt, please" in chat.heard


@pytest.mark.parametrize("kind", [Kind.VOICE, Kind.OTHER])
def test_a_voice_or_sticker_instead_is_told_what_is_needed(chat: Chat, kind: Kind) -> None:
    chat.begins("one")
    heard = chat.receives(raw_update(kind, ""))
    assert "A photo is needed here" in heard
    assert "The receipt, please" in heard


@pytest.mark.parametrize("why", list(Problem))
def test_what_could_not_be_kept_is_said_and_the_question_stays(chat: Chat, why: Problem) -> None:
    chat.begins("one")
    heard = chat.receives(photo_update(why))
    assert "The receipt, please" in heard
    assert len(heard.splitlines()) > 1
    assert "What is on it?" in chat.sends()
    assert chat.faults == 0


def test_where_no_picture_is_asked_for_it_is_kindly_declined(chat: Chat) -> None:
    assert "I cannot see pictures" in chat.receives(photo_update("t:none"))
    chat.begins("one")
    chat.sends()
    assert "I cannot see pictures" in chat.sends()
    assert "What is on it?" in chat.heard


def test_the_same_update_again_is_heard_once(chat: Chat) -> None:
    chat.begins("several")
    chat.sends(key="same")
    before = len(chat.shown)
    chat.receives(photo_update("t:again"), key="same")
    assert len(chat.shown) == before


def test_several_until_that_is_all(chat: Chat) -> None:
    chat.begins("several")
    assert "I have one photo." in chat.sends()
    assert chat.labels == ["1. That is all"]
    assert "I have 2 photos." in chat.sends()
    assert f"remembered [{chat.photos}]" in chat.taps("That is all")


@pytest.mark.parametrize("words", ["xong", "xong rồi ạ", "1", "That is all", "hết", "không có"])
def test_that_is_all_in_words(chat: Chat, words: str) -> None:
    chat.begins("several")
    chat.sends()
    assert f"remembered [{chat.photos}]" in chat.says(words)


def test_as_many_as_there_may_be_are_enough(chat: Chat) -> None:
    chat.begins("several")
    chat.sends()
    chat.sends()
    assert "remembered [[1, 2, 3]]" in chat.sends()


def test_words_between_several_lose_none_of_them(chat: Chat) -> None:
    chat.begins("several")
    chat.sends()
    assert "I have one photo." in chat.says("gì đấy cháu?")
    assert "I have 2 photos." in chat.sends()
    assert f"remembered [{chat.photos}]" in chat.says("xong")


def test_none_of_several(chat: Chat) -> None:
    chat.begins("several")
    assert "remembered [[]]" in chat.says("không có ảnh")


def test_a_voice_message_where_one_is_asked_for(chat: Chat) -> None:
    assert "Say it" in chat.begins("spoken")
    assert "A voice message is needed" in chat.sends()
    assert "remembered [None]" in chat.says("bỏ qua")


def test_going_back_asks_for_the_picture_again(chat: Chat) -> None:
    chat.begins("one")
    chat.sends()
    assert "The receipt, please" in chat.says("back")
    assert "What is on it?" in chat.sends()
    assert f"remembered [{chat.photos[1]}, 'rice']" in chat.says("rice")
