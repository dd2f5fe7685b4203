"""What goes to many is shown to its sender as they will read it, not as the sender is called."""

from typing import Any

from club.address import PersonName
from club.calendar import Month
from messages.cards import Card
from messages.figures.remind_fees import read_back, what
from messages.moments import moment_of, written
from messages.reminders_of_money import fee_not_paid
from messages.settings.broadcasts import from_board, seen_of_board
from messages.to_all import as_all_read
from messages.wording import Words
from tests.kit.world import START

BINH = Words("vi", you="ông", me="cháu", name="Bình")
REMINDER = fee_not_paid(month=Month.of(START.date()))


def test_only_what_is_sent_is_written_to_all() -> None:
    """Around it the sender is spoken to as ever; a row keeps the very moment that is sent."""
    shown = read_back([what(as_all_read(REMINDER))])
    text = written(moment_of(shown.as_json()), BINH)
    before, _, sent = text.partition("“")
    sent = sent.rpartition("”")[0]
    assert "bác/ông/bà" in sent.lower()
    assert sent == written(REMINDER, BINH.to_all())
    assert "bác/ông/bà" not in before.lower()
    for you in ("bác", "bà", "chị"):
        hers = Words("vi", you=you)
        assert written(REMINDER, hers).lower() == sent.lower().replace("bác/ông/bà", you)


def test_a_word_of_the_board_goes_the_same_way() -> None:
    values: dict[str, Any] = {
        "name": PersonName("Bình", "ông"),
        "role": "chair",
        "club": "CLB",
        "text": "Mai họp.",
    }
    sent = from_board(**values)
    assert written(as_all_read(sent), BINH) == written(seen_of_board(**values), BINH)
    assert written(as_all_read(sent), Words("en", "you", "I")) == written(
        sent, Words("en", "you", "I")
    )


def test_a_name_is_nobodys_where_all_are_meant() -> None:
    assert Words("vi", you="cô", name="Hoa").to_all() == Words("vi", you="bác/ông/bà")
    assert Card(as_all_read(REMINDER)).body.as_json()[0] == "to_all.reads"
