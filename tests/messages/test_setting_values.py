"""Every setting has a name and a sentence on what it changes, and its usual value can be said."""

import pytest

from club.settings import SETTINGS, Topic, check_value
from messages.moments import written
from messages.settings.club_settings import topic
from messages.settings.setting_values import effect_in_words, meeting_day, name_in_words
from messages.wording import Words


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", list(SETTINGS))
def test_every_setting_has_a_name_and_says_what_it_changes(name: str, language: str) -> None:
    words = Words(language)
    assert 3 < len(name_in_words(words, name)) <= 40
    assert effect_in_words(words, name).endswith(".")
    check_value(SETTINGS[name], SETTINGS[name].default)


@pytest.mark.parametrize("each", list(Topic))
def test_every_topic_has_a_name(each: Topic) -> None:
    assert written(topic(each.value), Words("vi")) != written(topic(each.value), Words("en"))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("solar 24", "ngày 24 hằng tháng"),
        ("lunar 15", "rằm, ngày 15 âm lịch hằng tháng"),
        ("lunar 10", "ngày 10 âm lịch hằng tháng"),
        ("solar 31", "ngày 31 hằng tháng, tháng thiếu thì ngày cuối tháng"),
        ("lunar 30", "ngày 30 âm lịch hằng tháng, tháng thiếu thì ngày 29"),
        ("weekday last 6", "Chủ nhật cuối cùng trong tháng"),
        ("weekday 2 5", "Thứ bảy thứ hai trong tháng"),
    ],
)
def test_a_meeting_day_is_said_as_people_say_it(rule: str, said: str) -> None:
    assert written(meeting_day(rule), Words("vi")) == said
