"""What is given and how money is handed over, as members say it who look at no button."""

import re
from dataclasses import dataclass
from typing import Any

from handlers.dialogue.choice_questions import ChoiceQuestion
from handlers.dialogue.question import Heard, Hearing, Later, WithMore
from handlers.dialogue.questions import NumberQuestion, TextQuestion
from handlers.talk.said_at_once import what_is_given
from messages.money import contribute as say
from messages.understand.goods import count_told, is_same_unit, read_goods, thing_given
from messages.understand.plain import bare
from messages.understand.readings import Value

FEE_SAID = (
    *(
        "tiền hội",
        "tiền hụi",
        "hội phí",
        "niên liễm",
        "tiền phí",
        "tiền tháng",
        "club fee",
        "pay the fee",
    ),
    *("pay my fee", "pay fee"),
    *("tiền quỹ tháng", "đóng hội", "nạp hội"),
)
_BY_BANK = re.compile(
    r"\b(?:ck|chuyen khoan|chuyen qua (?:mang|dien thoai)|ngan hang|agribank|vietcombank|bidv|momo"
    r"|zalo ?pay|internet banking|quet ma|by transfer|bank transfer)\b"
)
_NOT_YET = re.compile(
    r"\b(?:chua (?:dua|nop|dong|gui|tra|co)|(?:mai|mot|hom sau|hom khac|bua sau|tuan sau|chieu|toi)"
    r" (?:\w+ )?(?:moi )?(?:dua|nop|gui|dem|mang)|se (?:dua|nop|gui)|not yet|tomorrow)\b"
)


@dataclass(frozen=True, slots=True)
class WhatForQuestion(ChoiceQuestion[str]):
    """What is given; "đóng phí 15 nghìn" says how much already, "2 yến gạo" what."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        given = what_is_given(text)
        if given and "what" in given:
            return WithMore(given.pop("what"), given)
        goods = read_goods(text)
        if goods is not None and goods.thing:
            told = {"thing": goods.thing, "unit": goods.unit, "count": str(goods.count)}
            return WithMore("goods", told)
        return ChoiceQuestion.hear(self, text, hearing)


@dataclass(frozen=True, slots=True)
class ThingQuestion(TextQuestion):
    """What thing is given; "tôi góp 5 cân gạo" says how much of it already."""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        goods = read_goods(text)
        if goods is not None and goods.thing:
            return WithMore(goods.thing, {"unit": goods.unit, "count": str(goods.count)})
        return TextQuestion.hear(self, thing_given(text), hearing)


@dataclass(frozen=True, slots=True)
class HowManyQuestion(NumberQuestion):
    """How many of a unit: told in another unit, "5 cân" of litres, it is no answer."""

    unit: str = ""

    def hear(self, text: str, hearing: Hearing) -> Heard:
        told = count_told(text)
        if told is None:
            return NumberQuestion.hear(self, text, hearing)
        count, unit = told
        if not is_same_unit(unit, self.unit):
            return Later({}, say.in_this_unit(say.unit(self.unit)))
        return NumberQuestion.hear(self, str(count), hearing)


@dataclass(frozen=True, slots=True)
class PaidHowQuestion(ChoiceQuestion[Any]):
    """How money was handed over: who has not yet done it has nothing to tell, and where the club
    has no account nothing was sent to one.
    """

    by_bank: bool = False

    def hear(self, text: str, hearing: Hearing) -> Heard:
        heard = ChoiceQuestion.hear(self, text, hearing)
        if isinstance(heard, Value):
            return heard
        said = bare(text)
        if not self.by_bank and _BY_BANK.search(said):
            return Later({}, say.no_account())
        return Later({}, say.not_handed_over_yet()) if _NOT_YET.search(said) else heard
