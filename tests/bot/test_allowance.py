"""Ten new recordings an hour for a chat; strangers share an allowance of their own."""

from datetime import UTC, datetime, timedelta

from bot.allowance import MOST_AN_HOUR, STRANGERS, STRANGERS_AN_HOUR, Allowance, May

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def test_ten_an_hour_then_one_word_about_it_then_silence() -> None:
    allowance = Allowance()
    asked = [allowance.ask(7, NOW) for _ in range(MOST_AN_HOUR + 3)]
    assert asked == [May.YES] * MOST_AN_HOUR + [May.FIRST_NO, May.NO, May.NO]
    assert allowance.ask(8, NOW) is May.YES
    assert allowance.ask(7, NOW + timedelta(minutes=59)) is May.NO
    assert allowance.ask(7, NOW + timedelta(minutes=60)) is May.YES


def test_strangers_share_theirs() -> None:
    allowance = Allowance()
    asked = [allowance.ask(STRANGERS, NOW) for _ in range(STRANGERS_AN_HOUR + 1)]
    assert asked[-2:] == [May.YES, May.FIRST_NO]
