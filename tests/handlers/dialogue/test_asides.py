"""Words beside the answer: a moment to think, a question back, a change of mind, a sum too high."""

from typing import Any

import pytest

from club.money import Money
from handlers.dialogue.asking import Ask
from handlers.dialogue.visitor import Visitor
from tests.kit.one_chat import OneChat, Remember, asking, declared


async def reason(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.text("why", asking("Why?")))


async def somebody(ask: Ask, me: Visitor) -> Remember:
    return Remember(await ask.name("name", asking("Who?")))


async def sum_(ask: Ask, me: Visitor) -> Remember:
    found = await ask.money(
        "sum", asking("How much?"), at_least=Money(2000), up_to=Money(90_000), offers=[Money(5000)]
    )
    return Remember(found.dong)


async def way(ask: Ask, me: Visitor) -> Remember:
    among = ["interest each month", "all at the end"]
    return Remember(await ask.choice("way", asking("How?"), among=among, shown_as=asking))


@pytest.mark.parametrize("question", [reason, somebody, sum_, way])
def test_who_has_to_think_is_waited_for_and_nothing_is_written(
    chat: OneChat, question: Any
) -> None:
    with declared("t", question):
        first = chat.begins("t")
        assert chat.says("à để bác nhớ xem") == f"Take your time, I am waiting.\n\n{first}"
        assert "does not matter" in chat.says("bác chẳng nhớ")
        assert chat.rows("SELECT deed FROM audit") == []


def test_a_question_back_is_never_written_down_unasked(chat: OneChat) -> None:
    with declared("t", reason):
        chat.begins("t")
        assert "is “hỏi làm gì” a question" in chat.says("hỏi làm gì").lower()
        assert chat.says("no").endswith("Why?")
        chat.says("có cần lý do không")
        assert chat.says("yes") == "remembered ['có cần lý do không']"


def test_a_question_back_to_a_choice_is_met_with_somebody_to_ask(chat: OneChat) -> None:
    with declared("t", way):
        chat.begins("t")
        assert "cannot tell you more" in chat.says("sao lãi cao thế, why is the interest so high?")
        assert "Do you mean" not in chat.heard


def test_a_change_of_mind_is_asked_back(chat: OneChat) -> None:
    with declared("t", sum_):
        chat.begins("t", "1")
        assert "“20.000 đồng”" in chat.says("mười lăm nghìn à không hai mươi nghìn")
        assert chat.says("yes") == "remembered [20000]"
    with declared("t", somebody):
        chat.begins("t", "2")
        assert "Bảy" in chat.says("Trần Thị Bẩy à quên Trần Thị Bảy")
        assert chat.says("yes") == "remembered ['Trần Thị Bảy']"


def test_a_sum_that_is_too_high_or_low_is_told_so(chat: OneChat) -> None:
    with declared("t", sum_):
        chat.begins("t")
        assert "more than is possible here" in chat.says("nửa triệu")
        assert "from 2.000 đồng to 90.000 đồng" in chat.heard
        chat.begins("t", "2")
        assert "more than is possible here" in chat.says("trăm rưỡi")
        chat.begins("t", "3")
        assert "less than is possible here" in chat.says("một ngàn")


def test_of_two_sums_it_is_asked_which(chat: OneChat) -> None:
    with declared("t", sum_):
        chat.begins("t")
        chat.says("30.000đ và bác biếu thêm hội 20 nghìn")
        assert chat.labels == ["1. 30.000 đồng", "2. 20.000 đồng"]
