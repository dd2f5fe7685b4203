"""Papers follow their message: once, after the text, within bounds; none is held up by one."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

import bot.papers
from bot import allowance
from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from handlers.talk.heard import Kind
from messages.cards import Card, card_of
from messages.papers.kinds import PAPERS, PNG, Drawn, Paper, drawn, paper
from messages.presses import StartPress, packed
from messages.render import Abilities
from messages.wording import Words
from tests.kit.one_chat import asking, declared
from tests.kit.village import Village, village

BEGIN = packed(StartPress("slip"))
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(30)


@contextmanager
def slip(wanted: Paper | None = None, *, count: int = 1) -> Iterator[None]:
    """A dialogue that ends at once with a message and its papers."""

    async def play(ask: Ask, me: Visitor) -> Card:
        made = wanted or Paper("small slip", 1, {"what": asking("fee")})
        return Card(asking("here it is"), papers=(made,) * count)

    with declared("slip", play):
        yield


@pytest.fixture(autouse=True)
def small_papers() -> Iterator[None]:
    @paper("small slip")
    def small(words: Words, what: str) -> Drawn:
        return Drawn(PICTURE, "slip.png", PNG, f"slip for {what}")

    @paper("torn")
    def torn(words: Words) -> Drawn:
        raise ValueError("torn")

    @paper("slow")
    def slow(words: Words, seconds: int) -> Drawn:
        time.sleep(seconds)
        return Drawn(PICTURE, "slow.png", PNG, "slow")

    yield
    for name in ("small slip", "torn", "slow"):
        del PAPERS[name]


async def begin(here: Village) -> list[tuple[str, str | None]]:
    """Text and file name of each message that came in answer."""
    before = len(here.hoa.messages)
    await here.hoa.says(BEGIN, kind=Kind.PRESS)
    return [(each.text, each.file_name) for each in here.hoa.messages[before:]]


def test_a_paper_comes_back_from_a_row_as_it_was() -> None:
    made = Paper("small slip", 1, {"what": asking("fee")})
    card = Card(asking("here"), papers=(made, made))
    assert card_of(card.as_json()) == card
    assert drawn(made, Words("en")).title == "slip for fee"


async def test_the_paper_follows_its_text(database_url: str) -> None:
    with slip():
        async with village(database_url, language="en") as here:
            assert await begin(here) == [("here it is", None), ("slip for fee", "slip.png")]


@pytest.mark.parametrize("wanted", [Paper("torn"), Paper("forgotten"), Paper("small slip", 2)])
async def test_a_paper_that_cannot_be_drawn_is_said_in_a_line(
    sqlite_url: str, wanted: Paper
) -> None:
    with slip(wanted):
        async with village(sqlite_url, language="en") as here:
            [text, told] = await begin(here)
            assert text == ("here it is", None)
            assert "could not make the paper" in told[0]
            assert "What would you like" in await here.hoa.says("contribute")


async def test_a_drawing_that_hangs_is_given_up(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with slip(Paper("slow", 1, {"seconds": 2})):
        async with village(sqlite_url, language="en") as here:
            here.house.delivery.papers.seconds = 0.05
            [_, told] = await begin(here)
            assert "could not make the paper" in told[0]


async def test_ten_papers_an_hour_and_then_a_word_once(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(allowance, "MOST_AN_HOUR", 3)
    with slip(count=5):
        async with village(sqlite_url, language="en") as here:
            came = await begin(here)
            assert [name for _, name in came] == [None, "slip.png", "slip.png", "slip.png", None]
            assert "in an hour" in came[-1][0]
            assert len(await begin(here)) == 1
            await here.waits(hours=1)
            assert len(await begin(here)) == 5


async def test_where_no_files_go_the_text_says_so(sqlite_url: str) -> None:
    with slip():
        async with village(sqlite_url, language="en", abilities=Abilities(files=False)) as here:
            [(text, name)] = await begin(here)
            assert "I cannot send it here" in text
            assert name is None


async def test_no_more_than_a_few_are_drawn_at_once(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_work, most = 0, 0

    def counted(wanted: Paper, words: Words) -> Drawn:
        nonlocal at_work, most
        at_work += 1
        most = max(most, at_work)
        time.sleep(0.05)
        at_work -= 1
        return Drawn(PICTURE, "slip.png", PNG, "slip")

    monkeypatch.setattr(bot.papers, "drawn", counted)
    with slip():
        async with village(sqlite_url, language="en") as here:
            await asyncio.gather(
                *(
                    here.phones[name].says(BEGIN, kind=Kind.PRESS)
                    for name in ("hoa", "lan", "manh", "binh", "cuc", "dao")
                )
            )
            assert here.hoa.messages[-1].file_name == "slip.png"
    assert most == bot.papers.AT_ONCE
