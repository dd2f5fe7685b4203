"""English sentences as people type them, in the words that open something."""

import pytest

from handlers import everything  # noqa: F401 – declares the entrances
from handlers.entrances import ENTRANCES
from messages.understand import english_sentences
from messages.understand.coming import LIFT, NO, YES, coming_told
from messages.understand.english_sentences import in_short
from messages.understand.lifts import seats_told
from messages.understand.plain import bare
from messages.understand.reserved import Reserved, reserved_word


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("I'd like to pay my monthly fee for October, please", "paid the fee for october"),
        ("here is my fee, 15,000", "paid the fee 15,000"),
        ("I paid my fee to Mr Giang yesterday", "paid the fee to mr giang yesterday"),
        ("can I pay fifty thousand please", "contribute 50000"),
        ("I gave Giang 45k for three months", "contribute 45000"),
        ("I want to give 100k to the golden heart", "donate 100k"),
        ("I would like to make a donation of 50k", "donate 50k"),
        ("I need to borrow 5 million for a pig", "borrow 5 million for pig"),
        ("can I get a loan of 3 million for 12 months", "borrow 3 million for 12 months"),
        ("I'd like to ask for a loan", "borrow"),
        ("how much do I owe?", "my account"),
        ("Did I pay for September?", "my account"),
        ("when do I have to pay back my loan", "my loans"),
        ("where is the meeting?", "meeting"),
        ("cancel my last contribution", "take back"),
        ("I pressed the wrong button", "take back"),
        ("could you please speak Vietnamese", "language"),
        ("please forget me", "erase my data"),
        ("what do you know about me?", "my data"),
        ("don't send me messages, stop sending me messages", "reminders"),
        ("my grandson wants to help me type", "let somebody type for me"),
        ("who hasn't paid yet", "who has not paid"),
        ("show me the report for October", "report october"),
        ("I already paid", "my account"),
        ("never mind", "stop"),
        ("please move the meeting to Saturday", "move the meeting"),
        ("can we cancel the meeting?", "call off the meeting"),
        ("please show me the golden heart book", "golden heart book"),
    ],
)
def test_a_wish_is_put_into_the_words_that_open_it(said: str, short: str) -> None:
    assert in_short(said) == short


@pytest.mark.parametrize(
    "said",
    [
        "I don't want to pay",
        "I cannot pay my fee this month",
        "I never asked for a loan",
        "pay the fee for my husband",
        "how does the loan work, what is the interest",
        "đóng phí 15 nghìn",
        "toi muon vay 5 trieu",
        "yes",
        "1",
        "",
        "x" * 5000,
        "pay my fee " + "1" * 180 + "x",
        "pay my fee " + "to giang " * 20 + "x",
        "do not " * 28 + "x",
    ],
)
def test_what_denies_is_for_another_or_is_no_english_wish_is_left_alone(said: str) -> None:
    short = in_short(said)
    assert short is None or not short.startswith(("pay", "paid", "borrow", "donate", "contribute"))


def test_all_that_a_wish_becomes_opens_something() -> None:
    """But for one, which the board's own words are read for."""
    known = {each for entrance in ENTRANCES for each in entrance.words}
    rules = (*english_sentences._WHOLE, *english_sentences._CORE)
    said = {words.replace("{rest}", "").strip() for _, words in rules} - {"my", "print my"}
    opens = {each for each in said if bare(each) in known or reserved_word(each)}
    assert said - opens == {"who has not paid"}


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("What can you do?", Reserved.HELP),
        ("get me a real person please", Reserved.PERSON),
        ("I want to talk to a human", Reserved.PERSON),
        ("read it aloud please", Reserved.LISTEN),
        ("can you repeat that, please", Reserved.REPEAT),
        ("I want to stop", Reserved.STOP),
    ],
)
def test_the_words_that_work_everywhere_stand_in_sentences_too(said: str, word: Reserved) -> None:
    assert reserved_word(said) is word


@pytest.mark.parametrize(
    ("said", "answer", "reason"),
    [
        ("I can't come tomorrow, my knee hurts", NO, "My knee hurts"),
        ("I can't come on Sunday because my husband is sick", NO, "My husband is sick"),
        ("sorry, we won't be there", NO, ""),
        ("I am not able to attend this time", NO, ""),
        ("I'm not coming", NO, ""),
        ("yes I'll be there", YES, ""),
        ("I will come to the meeting", YES, ""),
        ("I'll be a bit late", YES, ""),
        ("can somebody give me a lift?", LIFT, ""),
    ],
)
def test_whether_somebody_comes(said: str, answer: str, reason: str) -> None:
    told = coming_told(said)
    assert told is not None
    assert (told.answer, told.reason) == (answer, reason)


def test_whom_she_takes_along() -> None:
    assert seats_told("I can take two people on my motorbike") == 2


@pytest.mark.parametrize("said", ["I have a question", "I will pay tomorrow", "I can do that"])
def test_what_is_no_answer_to_the_invitation(said: str) -> None:
    assert coming_told(said) is None
