"""A dialogue plays again from the top on every message: what still holds, and what is our fault."""

from typing import Any

import pytest

from club.money import Money
from club.refusals import Code, Refused
from handlers.dialogue.asking import Ask, read
from handlers.dialogue.engine import Redo, Said
from handlers.dialogue.visitor import Visitor
from storage.queries import Connection
from tests.kit.one_chat import OneChat, Remember, asking, declared


def test_a_stored_answer_that_fits_no_more_is_asked_again_with_the_reason(chat: OneChat) -> None:
    limit = [Money(9_000_000)]

    async def play(ask: Ask, me: Visitor) -> Remember:
        sum_ = await ask.money("sum", asking("How much?"), up_to=limit[0])
        return Remember(sum_.dong, await ask.text("what", asking("What for?")))

    with declared("t", play):
        chat.begins("t")
        chat.says("3 triệu")
        limit[0] = Money(1_000_000)
        said = chat.says("a cow")
        assert "from 1 đồng to 1.000.000 đồng" in said
        assert "How much?" in said
        chat.says("800 nghìn")
        assert chat.says("a cow") == "remembered [800000, 'a cow']"


def test_a_yes_counts_only_for_what_was_read_back(chat: OneChat) -> None:
    owed = [30_000]

    async def play(ask: Ask, me: Visitor) -> Remember | None:
        sum_ = owed[0]
        agreed = await ask.confirm("agreed", asking(f"You owe {sum_}. Right?"))
        return Remember(sum_) if agreed else None

    with declared("t", play):
        chat.begins("t")
        owed[0] = 35_000
        said = chat.taps("All correct")
        assert "Something has changed meanwhile" in said
        assert "You owe 35000" in said
        assert "no longer" not in chat.says("nhắc lại")
        assert chat.says("yes") == "remembered [35000]"


def test_a_yes_of_before_is_asked_again_when_the_books_change_later(chat: OneChat) -> None:
    owed = [30_000]

    async def play(ask: Ask, me: Visitor) -> Remember:
        sum_ = owed[0]
        await ask.confirm("agreed", asking(f"You owe {sum_}. Right?"))
        return Remember(sum_, await ask.text("why", asking("Why?")))

    with declared("t", play):
        chat.begins("t")
        chat.says("yes")
        owed[0] = 35_000
        assert "You owe 35000" in chat.says("because")
        chat.says("yes")
        assert "35000" in chat.says("because")


def test_loops_ask_with_numbered_names(chat: OneChat) -> None:
    async def play(ask: Ask, me: Visitor) -> Remember:
        things: list[str] = []
        while len(things) < 4:
            thing = await ask.text(f"thing{len(things)}", asking(f"Thing {len(things)}?"))
            if thing == "no more":
                break
            things.append(thing)
        return Remember(*things)

    with declared("t", play):
        chat.begins("t")
        for thing in ("rice", "salt", "oil"):
            chat.says(thing)
        assert chat.says("back") == "Thing 2?"
        chat.says("soap")
        assert chat.says("no more") == "remembered ['rice', 'salt', 'soap']"


def test_a_question_asked_twice_is_our_fault(chat: OneChat) -> None:
    async def play(ask: Ask, me: Visitor) -> Remember:
        first = await ask.text("same", asking("One?"))
        return Remember(first, await ask.text("same", asking("Two?")))

    with declared("t", play):
        chat.begins("t")
        assert "went wrong on my side" in chat.says("a")
        assert chat.rows("SELECT kind FROM faults") == [("ValueError",)]


def test_no_except_in_a_dialogue_can_swallow_the_pause(chat: OneChat) -> None:
    async def play(ask: Ask, me: Visitor) -> Remember:
        try:
            word = await ask.text("word", asking("A word?"))
        except Exception:
            word = "swallowed"
        return Remember(word)

    with declared("t", play):
        assert chat.begins("t") == "A word?"
        assert chat.says("hello") == "remembered ['hello']"


def _refusing(db: Connection) -> None:
    raise Refused(Code.NOT_FOUND)


def test_a_refusal_of_the_books_can_be_caught_or_is_said(chat: OneChat) -> None:
    async def catching(ask: Ask, me: Visitor) -> Said:
        try:
            await read(_refusing)
        except Refused as no:
            return Said(asking(f"caught {no.code.value}"))
        return Said(asking("not refused"))

    async def not_catching(ask: Ask, me: Visitor) -> None:
        await read(_refusing)

    with declared("t", catching), declared("u", not_catching):
        assert chat.begins("t") == "caught not_found"
        chat.begins("u")
        assert chat.faults == 0
        assert chat.places["u"] == "done"


@pytest.mark.parametrize("said", ["thôi", "nhắc lại", "rice", "menu", "quay lại"])
def test_books_that_say_no_in_the_middle_are_no_fault(chat: OneChat, said: str) -> None:
    refusing = [False]

    def looked_up(db: Connection) -> None:
        if refusing[0]:
            raise Refused(Code.NOT_FOUND)

    async def play(ask: Ask, me: Visitor) -> Remember:
        await read(looked_up)
        first = await ask.text("first", asking("First?"))
        return Remember(first, await ask.text("second", asking("Second?")))

    with declared("t", play):
        chat.begins("t")
        chat.says("one")
        refusing[0] = True
        chat.says(said)
        assert "cannot find this any more" in chat.heard or said in {"thôi", "menu"}
        chat.begins("t")
        assert chat.faults == 0


def test_a_dialogue_that_awaits_anything_else_is_our_fault(chat: OneChat) -> None:
    async def play(ask: Ask, me: Visitor) -> None:
        await Waiting()

    class Waiting:
        def __await__(self) -> Any:
            yield "something"

    with declared("t", play):
        assert "went wrong on my side" in chat.begins("t")
        assert chat.rows("SELECT kind FROM faults") == [("TypeError",)]


def test_readings_of_the_books_with_lists_are_answered_too(chat: OneChat) -> None:
    def counted(db: Connection, things: list[str]) -> int:
        return len(things)

    async def play(ask: Ask, me: Visitor) -> Said:
        return Said(asking(f"{await read(counted, ['a', 'b'])} things"))

    with declared("t", play):
        assert chat.begins("t") == "2 things"


def test_redo_for_ever_is_our_fault(chat: OneChat) -> None:
    async def play(ask: Ask, me: Visitor) -> Redo:
        return Redo(("nothing",))

    with declared("t", play):
        assert "went wrong on my side" in chat.begins("t")
